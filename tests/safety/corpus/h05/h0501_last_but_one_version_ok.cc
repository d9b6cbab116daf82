// The version before the last is asked for where there are two.
// oracle: clean

#include <cstdio>
#include <string>
#include <vector>

class History {
 public:
  void save(std::string text) { versions_.push_back(std::move(text)); }
  const std::string& previous() const {
    static const std::string kNone = "-";
    if (versions_.size() < 2) return kNone;
    return versions_[versions_.size() - 2];
  }

 private:
  std::vector<std::string> versions_;
};

int main() {
  History history;
  history.save("draft");
  std::printf("%s\n", history.previous().c_str());
  history.save("final");
  std::printf("%s\n", history.previous().c_str());
}
