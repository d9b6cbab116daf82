// A list whose nodes own each other.
// oracle: clean
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

namespace [[hull::safe]] app {
template <class T>
class Stack {
 public:
  Stack() = default;
  Stack(Stack&&) = default;
  Stack& operator=(Stack&&) = default;
  Stack(const Stack&) = delete;
  Stack& operator=(const Stack&) = delete;
  ~Stack() {
    while (head_) head_ = std::move(head_->next);
  }
  void push(T value) { head_ = std::make_unique<Node>(Node{std::move(value), std::move(head_)}); }
  std::optional<T> pop() {
    if (!head_) return std::nullopt;
    T value = std::move(head_->value);
    head_ = std::move(head_->next);
    return value;
  }
  void reverse() {
    std::unique_ptr<Node> done;
    while (head_) {
      std::unique_ptr<Node> rest = std::move(head_->next);
      head_->next = std::move(done);
      done = std::move(head_);
      head_ = std::move(rest);
    }
    head_ = std::move(done);
  }

 private:
  struct Node {
    T value;
    std::unique_ptr<Node> next;
  };
  std::unique_ptr<Node> head_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Stack<int> stack;
  for (int i = 0; i < 4; ++i) stack.push(i);
  stack.reverse();
  while (const auto value = stack.pop()) std::cout << *value;
  std::cout << '\n';
  return 0;
}
