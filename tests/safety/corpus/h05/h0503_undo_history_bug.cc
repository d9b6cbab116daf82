// The state before the last one is looked at after the only one was popped.
// oracle: debug

#include <iostream>
#include <string>
#include <vector>

class Document {
 public:
  explicit Document(std::string text) { states_.push_back(std::move(text)); }

  void edit(const std::string& more) { states_.push_back(text() + more); }

  bool undo() {
    if (states_.empty()) return false;
    states_.pop_back();
    ++undone_;
    return true;
  }

  const std::string& text() const {
    return states_.back();  // expect?: H0503
  }

  int undone() const { return undone_; }

 private:
  std::vector<std::string> states_;
  int undone_ = 0;
};

int main() {
  Document document("It was a dark");
  document.edit(" and stormy");
  document.edit(" night");
  while (document.undone() < 3 && document.undo()) continue;
  document.edit(", or so they say");     // expect?: H0503
  std::cout << document.text() << '\n';  // expect?: H0503
}
