// The text has a name and lives on.
// oracle: clean

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
    rest_.remove_prefix(token.size());
    return token;
  }

 private:
  std::string_view rest_;
};

std::string read_line(int number) {
  return "let the number of this line be " + std::to_string(number) + " from now on";
}

int count_words(int number) {
  const std::string line = read_line(number);
  Lexer lexer(line);
  int words = 0;
  while (!lexer.next().empty()) ++words;
  return words;
}

int main() { std::printf("%d\n", count_words(7)); }
