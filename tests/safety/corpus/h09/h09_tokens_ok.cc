// Tokens are views of a text that the caller holds.
// oracle: clean
#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace [[hull::safe]] app {
enum class Kind : unsigned char { Word, Number, Mark };
struct Token {
  Kind kind = Kind::Mark;
  std::string_view text;
};

class Lexer {
 public:
  explicit Lexer(std::string_view source) : rest_(source) {}
  bool next(Token& token) {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    if (rest_.empty()) return false;
    std::size_t length = 1;
    token.kind = Kind::Mark;
    if (is_letter(rest_.front())) {
      token.kind = Kind::Word;
      while (length < rest_.size() && is_letter(rest_[length])) ++length;
    } else if (is_digit(rest_.front())) {
      token.kind = Kind::Number;
      while (length < rest_.size() && is_digit(rest_[length])) ++length;
    }
    token.text = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return true;
  }

 private:
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  std::string_view rest_;
};

std::vector<Token> tokenize(std::string_view source) {
  std::vector<Token> tokens;
  Lexer lexer(source);
  Token token;
  while (lexer.next(token)) tokens.push_back(token);
  return tokens;
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  const std::string source = "let x1 = 42 + y";
  for (const Token& token : tokenize(source)) std::cout << token.text << '|';
  std::cout << '\n';
  return 0;
}
