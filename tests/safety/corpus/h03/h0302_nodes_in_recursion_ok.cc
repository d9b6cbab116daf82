// The children are built first, and the node is looked up again.
// oracle: clean

#include <cstdio>
#include <string_view>
#include <vector>

class Expression {
 public:
  explicit Expression(std::string_view text) : text_(text) { root_ = sum(); }
  int value() const { return value(root_); }

 private:
  struct Node {
    char op = 0;
    int number = 0;
    int left = -1;
    int right = -1;
  };

  int sum() {
    const int left = leaf();
    if (at_ == text_.size()) return left;
    const int self = static_cast<int>(nodes_.size());
    nodes_.push_back({text_[at_++]});
    const int right = sum();
    Node& node = nodes_[self];
    node.left = left;
    node.right = right;
    return self;
  }

  int leaf() {
    int number = 0;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') number = number * 10 + (text_[at_++] - '0');
    nodes_.push_back({0, number});
    return static_cast<int>(nodes_.size()) - 1;
  }

  int value(int index) const {
    const Node& node = nodes_[index];
    if (node.op == 0) return node.number;
    return value(node.left) + (node.op == '-' ? -1 : 1) * value(node.right);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Node> nodes_;
  int root_ = 0;
};

int main() {
  const Expression expression("12+30+4+5+6+7+8");
  std::printf("%d\n", expression.value());
}
