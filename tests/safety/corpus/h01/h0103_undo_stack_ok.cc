// The command is moved out of the stack before the pop.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

class Command {
 public:
  explicit Command(std::string label) : label_(std::move(label)) {}
  virtual ~Command() = default;
  virtual int Revert(int value) const = 0;
  const std::string& label() const { return label_; }

 private:
  std::string label_;
};

class Add : public Command {
 public:
  explicit Add(int amount) : Command("add"), amount_(amount) {}
  int Revert(int value) const override { return value - amount_; }

 private:
  int amount_;
};

class UndoStack {
 public:
  void Push(std::unique_ptr<Command> command) { commands_.push_back(std::move(command)); }

  int Undo(int value) {
    if (commands_.empty()) return value;
    std::unique_ptr<Command> command = std::move(commands_.back());
    commands_.pop_back();
    value = command->Revert(value);
    return value;
  }

 private:
  std::vector<std::unique_ptr<Command>> commands_;
};

int main() {
  UndoStack undo;
  undo.Push(std::make_unique<Add>(5));
  undo.Push(std::make_unique<Add>(7));
  int value = undo.Undo(12);
  std::printf("%d\n", undo.Undo(value));
}
