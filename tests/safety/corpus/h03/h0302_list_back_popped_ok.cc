// undo() removes an element after it, which leaves the reference alone.
// oracle: clean

#include <iostream>
#include <list>
#include <string>

struct Edit {
  std::string inserted;
  std::size_t at;
};

class Editor {
 public:
  void insert(std::size_t at, const std::string& text) {
    text_.insert(at, text);
    edits_.push_back({text, at});
  }

  bool undo() {
    if (edits_.empty()) return false;
    const Edit& edit = edits_.back();
    text_.erase(edit.at, edit.inserted.size());
    edits_.pop_back();
    return true;
  }

  std::string retype() {
    if (edits_.empty()) return text_;
    const Edit& last = edits_.back();
    insert(0, "> ");
    undo();
    text_.insert(last.at, last.inserted);
    return text_;
  }

 private:
  std::string text_;
  std::list<Edit> edits_;
};

int main() {
  Editor editor;
  editor.insert(0, "pointers are easy to understand and to use");
  editor.insert(13, "not always as ");
  std::cout << editor.retype() << '\n';
}
