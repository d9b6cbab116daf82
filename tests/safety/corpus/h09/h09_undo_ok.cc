// Commands own their text.
// oracle: clean
#include <deque>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace [[hull::safe]] app {
class Document {
 public:
  void insert(std::size_t at, const std::string& text) { text_.insert(at, text); }
  void erase(std::size_t at, std::size_t count) { text_.erase(at, count); }
  const std::string& text() const { return text_; }
 private:
  std::string text_;
};

struct Command {
  virtual ~Command() = default;
  virtual void apply(Document& document) const = 0;
  virtual void revert(Document& document) const = 0;
};

class Insert final : public Command {
 public:
  Insert(std::size_t at, std::string text) : at_(at), text_(std::move(text)) {}
  void apply(Document& document) const override { document.insert(at_, text_); }
  void revert(Document& document) const override { document.erase(at_, text_.size()); }
 private:
  std::size_t at_;
  std::string text_;
};

class Editor {
 public:
  void run(std::unique_ptr<Command> command) {
    if (!command) return;
    command->apply(document_);
    done_.push_back(std::move(command));
    undone_.clear();
  }
  bool undo() {
    if (done_.empty()) return false;
    std::unique_ptr<Command> last = std::move(done_.back());
    done_.pop_back();
    if (!last) return false;
    last->revert(document_);
    undone_.push_back(std::move(last));
    return true;
  }
  const Document& document() const { return document_; }
 private:
  Document document_;
  std::vector<std::unique_ptr<Command>> done_, undone_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Editor editor;
  editor.run(std::make_unique<Insert>(0, "hello"));
  editor.run(std::make_unique<Insert>(5, " world"));
  editor.undo();
  std::cout << editor.document().text() << '\n';
  return 0;
}
