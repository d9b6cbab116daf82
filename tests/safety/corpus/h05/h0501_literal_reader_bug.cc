// A reader passes blanks, also the last ones, and takes what comes next, which may be nothing.
// oracle: debug
#include <cstdio>
#include <string>
#include <string_view>

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  int sum() {
    int total = 0;
    while (at_ < text_.size()) total += number();
    return total;
  }

 private:
  void blank() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  char peek() {
    blank();
    return text_[at_];  // expect: H0501
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
