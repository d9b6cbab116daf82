// A node without a right subtree is replaced by its left one, before the successor is looked for.
// oracle: clean

#include <array>
#include <cstdio>

struct Node {
  int key = 0;
  Node* left = nullptr;
  Node* right = nullptr;
};

Node* leftmost(Node* node) {
  while (node->left) node = node->left;
  return node;
}

class Tree {
 public:
  void insert(int key) {
    Node* node = &pool_[used_++];
    node->key = key;
    Node** link = &root_;
    while (*link) link = key < (*link)->key ? &(*link)->left : &(*link)->right;
    *link = node;
  }

  // Returns the key that is the root now.
  int pop_root() {
    if (!root_->right) {
      root_ = root_->left;
      return root_ ? root_->key : -1;
    }
    Node* successor = leftmost(root_->right);
    root_->key = successor->key;
    Node** link = &root_->right;
    while (*link != successor) link = &(*link)->left;
    *link = successor->right;
    return root_->key;
  }

 private:
  std::array<Node, 8> pool_;
  int used_ = 0;
  Node* root_ = nullptr;
};

int main() {
  Tree tree;
  for (int key : {50, 30, 70}) tree.insert(key);
  int first = tree.pop_root();
  int second = tree.pop_root();
  std::printf("%d %d\n", first, second);
}
