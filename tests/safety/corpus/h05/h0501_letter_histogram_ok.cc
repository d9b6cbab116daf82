// Letters are made lower case before they are counted.
// oracle: clean
#include <cctype>
#include <cstdio>
#include <string_view>

class LetterCount {
 public:
  void add(std::string_view text) {
    for (char c : text) {
      if (!std::isalpha(static_cast<unsigned char>(c))) continue;
      count(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
  }
  void count(char c) {
    if (c >= 'a' && c <= 'z') ++counts_[c - 'a'];
  }
  int of(char c) const { return counts_[c - 'a']; }

 private:
  int counts_[26] = {};
};

int main() {
  auto* letters = new LetterCount;
  letters->add("xyz");
  letters->count('A');
  std::printf("%d\n", letters->of('x'));
  delete letters;
  return 0;
}
