// The text moves into a member first, and the view is of the member.
// oracle: clean

#include <iostream>
#include <string>
#include <string_view>

class Tokenizer {
 public:
  explicit Tokenizer(std::string text) : text_(std::move(text)), rest_(text_) {}
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  bool next(std::string& token) {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    if (rest_.empty()) return false;
    const auto end = rest_.find(' ');
    token = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
    return true;
  }

 private:
  std::string text_;
  std::string_view rest_;
};

int main() {
  Tokenizer tokens("let answer = 6 * 7 in print answer end");
  std::string token;
  int count = 0;
  while (tokens.next(token)) ++count;
  std::cout << count << " tokens\n";
}
