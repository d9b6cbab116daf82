// The new root adopts the node that its old owner still points to.
// oracle: asan

#include <cstdio>
#include <memory>
#include <utility>

struct Node {
  int key;
  int height = 1;
  std::unique_ptr<Node> left;
  std::unique_ptr<Node> right;

  explicit Node(int key) : key(key) {}
};

class Tree {
 public:
  void insert(int key) {
    auto* link = &root_;
    while (*link) link = key < (*link)->key ? &(*link)->left : &(*link)->right;
    *link = std::make_unique<Node>(key);
  }

  void rotate_right() {
    if (!root_ || !root_->left) return;
    std::unique_ptr<Node> pivot = std::move(root_->left);
    root_->left = std::move(pivot->right);
    pivot->right.reset(root_.get());  // expect: H0106
    root_ = std::move(pivot);
  }

  int depth() const { return depth(root_.get()); }

 private:
  static int depth(const Node* node) {
    if (node == nullptr) return 0;
    int left = depth(node->left.get());
    int right = depth(node->right.get());
    return 1 + (left > right ? left : right);
  }

  std::unique_ptr<Node> root_;
};

int main() {
  Tree tree;
  for (int key : {30, 20, 10}) tree.insert(key);
  int before = tree.depth();
  tree.rotate_right();
  std::printf("%d -> %d\n", before, tree.depth());
}
