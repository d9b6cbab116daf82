// A reader looks at what comes next, past blanks, before it takes it.
// oracle: clean
#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  int sum() {
    int total = 0;
    while (more()) total += number();
    return total;
  }

 private:
  void blank() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool more() {
    blank();
    return at_ < text_.size();
  }
  char peek() {
    blank();
    if (at_ >= text_.size()) throw std::runtime_error("unexpected end");
    return text_[at_];
  }
  int number() {
    switch (peek()) {
      case 't':
      case 'f': {
        const bool yes = text_[at_] == 't';
        at_ += yes ? 4 : 5;
        if (at_ > text_.size()) at_ = text_.size();
        return yes;
      }
      default:
        return text_[at_++] - '0';
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

int main() {
  const std::string text = "1 true 2  false 3 ";
  std::printf("%d\n", Reader(text).sum());
  return 0;
}
