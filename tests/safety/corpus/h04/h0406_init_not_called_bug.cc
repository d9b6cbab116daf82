// The scanner for a short pattern is used without the prepare() that sets the skip.
// oracle: msan

#include <cstdio>
#include <string_view>

class Scanner {
 public:
  explicit Scanner(std::string_view pattern) : pattern_(pattern) {
    if (pattern.size() >= 4) prepare();
  }

  int count(std::string_view text) const {
    int found = 0;
    std::size_t at = 0;
    while (at + pattern_.size() <= text.size()) {
      if (text.substr(at, pattern_.size()) == pattern_) ++found;
      at += advance(text, at);
    }
    return found;
  }

 private:
  void prepare() {
    skip_ = 1;
    while (skip_ < pattern_.size() && pattern_[skip_] != pattern_.front()) ++skip_;
  }

  std::size_t advance(std::string_view text, std::size_t at) const {
    if (text[at] == pattern_.front()) return skip_;  // expect: H0406
    return 1;
  }

  std::string_view pattern_;
  std::size_t skip_;
};

int main() {
  Scanner words("error");
  Scanner bits("aba");
  int found = words.count("no error, an error");
  found += bits.count("abababa");
  std::printf("%d\n", found);
}
