// The position is kept as an index.
// oracle: clean

#include <cctype>
#include <iostream>
#include <string>

class TitleCase {
 public:
  explicit TitleCase(std::string text) : text_(std::move(text)) {}

  std::string run() {
    std::size_t word = 0;
    text_ += " (as it was written down by those who were there)";
    while (word != text_.size()) {
      text_[word] = static_cast<char>(std::toupper(static_cast<unsigned char>(text_[word])));
      while (word != text_.size() && text_[word] != ' ') ++word;
      while (word != text_.size() && text_[word] == ' ') ++word;
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
