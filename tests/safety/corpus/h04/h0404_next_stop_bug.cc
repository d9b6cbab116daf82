// The stop behind the last one is asked for its name.
// oracle: debug

#include <algorithm>
#include <cstdio>
#include <deque>
#include <iterator>
#include <string>

class Line {
 public:
  void extend(std::string stop, bool front = false) {
    if (front) {
      stops_.push_front(std::move(stop));
    } else {
      stops_.push_back(std::move(stop));
    }
  }

  std::string after(const std::string& stop) const {
    auto here = std::find(stops_.begin(), stops_.end(), stop);
    if (here == stops_.end()) return "?";
    auto next = std::next(here);
    return *next;  // expect: H0404
  }

 private:
  std::deque<std::string> stops_;
};

int main() {
  Line line;
  line.extend("Harbour");
  line.extend("Market");
  line.extend("Airport", true);
  std::string way;
  for (const char* stop : {"Airport", "Harbour", "Market"}) way += line.after(stop) + ' ';
  std::printf("%s\n", way.c_str());
}
