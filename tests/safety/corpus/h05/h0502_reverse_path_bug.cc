// An unsigned counter is never below zero.
// oracle: debug
#include <cstdio>
#include <string>
#include <vector>

class Route {
 public:
  void visit(std::string stop) { stops_.push_back(std::move(stop)); }
  std::string way_back() const {
    std::string text;
    for (unsigned i = static_cast<unsigned>(stops_.size()) - 1; i >= 0; --i) {
      text += stops_[i] + ' ';  // expect: H0502
    }
    return text;
  }

 private:
  std::vector<std::string> stops_;
};

int main() {
  Route route;
  for (const char* stop : {"Harbour", "Market", "Church"}) route.visit(stop);
  std::printf("%s\n", route.way_back().c_str());
}
