// The lexer gives nothing at the end of its input, and a list without its bracket runs into that.
// oracle: debug

#include <cctype>
#include <cstdio>
#include <optional>
#include <string_view>

struct Token {
  char kind;  // '[', ']', ',' or 'n'
  int number = 0;
};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : rest_(text) {}

  std::optional<Token> next() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    if (rest_.empty()) return std::nullopt;
    Token token{rest_.front()};
    rest_.remove_prefix(1);
    if (!std::isdigit(static_cast<unsigned char>(token.kind))) return token;
    token.number = token.kind - '0';
    token.kind = 'n';
    while (!rest_.empty() && std::isdigit(static_cast<unsigned char>(rest_.front()))) {
      token.number = token.number * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return token;
  }

 private:
  std::string_view rest_;
};

int sum_of_list(std::string_view text) {
  Lexer lexer(text);
  auto token = lexer.next();
  if (!token || token->kind != '[') return -1;
  int sum = 0;
  token = lexer.next();
  while (token->kind != ']') {  // expect: H0402
    if (token->kind == 'n') sum += token->number;
    token = lexer.next();
  }
  return sum;
}

int main() {
  std::printf("%d\n", sum_of_list("[1, 20, 3]"));
  std::printf("%d\n", sum_of_list("[4, 5"));
}
