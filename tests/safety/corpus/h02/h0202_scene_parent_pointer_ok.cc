// The child lets go of the parent when the group ends.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

class Node {
 public:
  explicit Node(std::string name, double x = 0) : name_(std::move(name)), x_(x) {}

  void attach(Node& child) {
    child.parent_ = this;
    children_.push_back(&child);
  }

  void detach(Node& child) {
    child.parent_ = nullptr;
    std::erase(children_, &child);
  }

  double world_x() const {
    double x = x_;
    for (const Node* node = parent_; node != nullptr; node = node->parent_) x += node->x_;
    return x;
  }

 private:
  std::string name_;
  double x_;
  const Node* parent_ = nullptr;
  std::vector<Node*> children_;
};

double preview(Node& model) {
  Node turntable("turntable", 2.5);
  turntable.attach(model);
  const double x = model.world_x();
  turntable.detach(model);
  return x;
}

int main() {
  Node model("teapot", 1);
  const double during = preview(model);
  const double after = model.world_x();
  std::cout << during << ' ' << after << '\n';
}
