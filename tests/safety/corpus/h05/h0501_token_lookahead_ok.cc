// There is an end token wherever there is none.
// oracle: clean
#include <cstdio>
#include <string>
#include <vector>

enum class Type { kNumber, kPlus, kEnd };
struct Token {
  Type type;
  int value;
};

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  int expression() {
    int value = take().value;
    while (peek(0).type == Type::kPlus) {
      take();
      value += take().value;
    }
    return value;
  }

 private:
  const Token& peek(std::size_t ahead) const {
    if (at_ + ahead >= tokens_.size()) return end_;
    return tokens_[at_ + ahead];
  }
  const Token& take() { return at_ < tokens_.size() ? tokens_[at_++] : end_; }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Token end_{Type::kEnd, 0};
};

int main() {
  Parser parser({{Type::kNumber, 2}, {Type::kPlus, 0}, {Type::kNumber, 3}});
  std::printf("%d\n", parser.expression());
  return 0;
}
