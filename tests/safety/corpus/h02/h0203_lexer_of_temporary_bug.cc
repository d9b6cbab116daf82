// The lexer keeps a view of the text that it was made of, a temporary.
// oracle: asan

#include <cstdio>
#include <string>
#include <string_view>

class Lexer {
 public:
  explicit Lexer(std::string_view text) : rest_(text) {}

  std::string_view next() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    const auto end = rest_.find(' ');
    const std::string_view token = rest_.substr(0, end);
    rest_.remove_prefix(token.size());  // expect?: H0203
    return token;
  }

 private:
  std::string_view rest_;
};

std::string read_line(int number) {
  return "let the number of this line be " + std::to_string(number) + " from now on";
}

int count_words(int number) {
  Lexer lexer(read_line(number));  // expect?: H0203
  int words = 0;
  while (!lexer.next().empty()) ++words;  // expect?: H0203
  return words;
}

int main() { std::printf("%d\n", count_words(7)); }
