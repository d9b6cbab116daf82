// The second undo pops a stack that has nothing left.
// oracle: asan
#include <cstdio>
#include <string>
#include <vector>

class Editor {
 public:
  void type(const std::string& text) {
    history_.push_back(text_);
    text_ += text;
  }

  void undo() {
    text_ = history_.back();  // expect: H0503
    history_.pop_back();
  }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::vector<std::string> history_;
};

int main() {
  Editor editor;
  editor.type("hello");
  editor.undo();
  editor.undo();
  std::printf("[%s]\n", editor.text().c_str());
  return 0;
}
