// The position of the first insertion is used for the second one.
// oracle: asan

#include <cstdio>
#include <string>
#include <vector>

class Outline {
 public:
  void append(std::string line) { lines_.push_back(std::move(line)); }

  bool wrap(const std::string& title, const std::string& tag) {
    auto at = lines_.begin();
    while (at != lines_.end() && *at != title) ++at;
    if (at == lines_.end()) return false;
    lines_.insert(at, "<" + tag + ">");
    lines_.insert(at + 2, "</" + tag + ">");  // expect: H0301
    return true;
  }

  std::size_t size() const { return lines_.size(); }

 private:
  std::vector<std::string> lines_;
};

int main() {
  Outline outline;
  outline.append("Preface");
  outline.append("Chapter 1");
  if (!outline.wrap("Chapter 1", "section")) return 1;
  std::printf("%zu lines\n", outline.size());
}
