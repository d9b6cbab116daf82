// The iterator to the current token is dereferenced after more tokens have been appended.
// oracle: asan

#include <iostream>
#include <string>
#include <vector>

class TokenStream {
 public:
  explicit TokenStream(std::string text) : text_(std::move(text)) { fill(2); }

  std::string describe() {
    if (tokens_.empty()) return "nothing";
    auto current = tokens_.begin() + static_cast<long>(at_);
    if (tokens_.size() - at_ < 4) fill(8);
    return *current + ", " + std::to_string(tokens_.size() - at_) + " to come";  // expect: H0301
  }

  void advance() {
    if (at_ + 1 < tokens_.size()) ++at_;
  }

 private:
  void fill(int count) {
    while (count-- > 0 && read_ < text_.size()) {
      const auto end = text_.find(' ', read_);
      tokens_.push_back(text_.substr(read_, end - read_));
      read_ = end == std::string::npos ? text_.size() : end + 1;
    }
  }

  std::string text_;
  std::size_t read_ = 0;
  std::size_t at_ = 0;
  std::vector<std::string> tokens_;
};

int main() {
  TokenStream stream("while not done do something useful every day");
  stream.advance();
  std::cout << stream.describe() << '\n';
}
