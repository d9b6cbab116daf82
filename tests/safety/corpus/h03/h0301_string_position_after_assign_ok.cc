// The position is looked for in the new text.
// oracle: clean

#include <algorithm>
#include <iostream>
#include <string>

class Template {
 public:
  explicit Template(std::string text) : text_(std::move(text)) {}

  void expand(const std::string& name, const std::string& value) {
    auto mark = std::find(text_.begin(), text_.end(), '@');
    if (mark == text_.end()) return;
    if (text_.size() < 80) {
      text_ = "Dear " + name + ",\n\n" + text_ + "\n\nwith the kindest regards\n";
      mark = std::find(text_.begin(), text_.end(), '@');
      if (mark == text_.end()) return;
    }
    *mark = '*';
    text_ += "* " + value;
  }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

int main() {
  Template letter("your order of @ is on its way to you");
  letter.expand("reader", "three pointers");
  std::cout << letter.text();
}
