// The character after the sign is read though the sign may be the last one.
// oracle: debug

#include <cctype>
#include <iostream>
#include <string_view>

struct Token {
  enum Kind { number, sign, word } kind;
  std::string_view text;
};

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

Token classify(std::string_view text) {
  if (text.empty()) return {Token::word, text};
  if (text[0] == '+' || text[0] == '-') {
    if (is_digit(text[1])) return {Token::number, text};  // expect: H0501
    return {Token::sign, text.substr(0, 1)};
  }
  if (is_digit(text[0])) return {Token::number, text};
  return {Token::word, text};
}

int main() {
  const std::string_view line = "total + 40 -2 -";
  int numbers = 0;
  std::size_t at = 0;
  while (at < line.size()) {
    const auto end = line.find(' ', at);
    const Token token = classify(line.substr(at, end - at));
    if (token.kind == Token::number) ++numbers;
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  std::cout << numbers << " numbers\n";
}
