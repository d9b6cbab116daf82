// Upper and lower case letters are counted by one table of 26.
// oracle: asan
#include <cctype>
#include <cstdio>
#include <string_view>

class LetterCount {
 public:
  void add(std::string_view text) {
    for (char c : text) {
      if (!std::isalpha(static_cast<unsigned char>(c))) continue;
      count(c);
    }
  }
  void count(char c) {
    ++counts_[c - 'a'];  // expect: H0501
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
