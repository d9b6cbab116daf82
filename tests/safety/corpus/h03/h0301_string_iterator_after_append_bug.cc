// The iterator into the text is used after an append that reallocates it.
// oracle: asan

#include <cctype>
#include <iostream>
#include <string>

class TitleCase {
 public:
  explicit TitleCase(std::string text) : text_(std::move(text)) {}

  std::string run() {
    auto word = text_.begin();
    text_ += " (as it was written down by those who were there)";
    while (word != text_.end()) {                                                  // expect?: H0301
      *word = static_cast<char>(std::toupper(static_cast<unsigned char>(*word)));  // expect?: H0301
      while (word != text_.end() && *word != ' ') ++word;
      while (word != text_.end() && *word == ' ') ++word;
    }
    return text_;
  }

 private:
  std::string text_;
};

int main() {
  TitleCase title("a short history of nearly every pointer");
  std::cout << title.run() << '\n';
}
