// The first state is never popped.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

class Document {
 public:
  explicit Document(std::string text) { states_.push_back(std::move(text)); }

  void edit(const std::string& more) { states_.push_back(text() + more); }

  bool undo() {
    if (states_.size() == 1) return false;
    states_.pop_back();
    ++undone_;
    return true;
  }

  const std::string& text() const { return states_.back(); }

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
  document.edit(", or so they say");
  std::cout << document.text() << '\n';
}
