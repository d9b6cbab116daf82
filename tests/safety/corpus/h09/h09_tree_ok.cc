// Nodes own their children, and cursors go along what is owned.
// oracle: clean
#include <functional>
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

namespace [[hull::safe]] app {
// A binary search tree whose nodes own their children.
template <class Key>
class Tree {
 public:
  bool insert(Key key) {
    std::unique_ptr<Node>* at = &root_;
    while (*at) {
      if (key == (*at)->key) return false;
      at = key < (*at)->key ? &(*at)->left : &(*at)->right;
    }
    *at = std::make_unique<Node>(Node{std::move(key), nullptr, nullptr});
    ++size_;
    return true;
  }
  bool contains(const Key& key) const {
    const Node* at = root_.get();
    while (at) {
      if (at->key == key) return true;
      at = key < at->key ? at->left.get() : at->right.get();
    }
    return false;
  }
  template <class Visit>
  void each(Visit&& visit) const {
    each(root_.get(), visit);
  }
  std::size_t size() const { return size_; }

 private:
  struct Node {
    Key key;
    std::unique_ptr<Node> left, right;
  };
  template <class Visit>
  static void each(const Node* node, Visit& visit) {
    if (!node) return;
    each(node->left.get(), visit);
    visit(node->key);
    each(node->right.get(), visit);
  }
  std::unique_ptr<Node> root_;
  std::size_t size_ = 0;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Tree<int> tree;
  for (const int key : {5, 2, 8, 1, 9}) tree.insert(key);
  int sum = 0;
  std::vector<int> keys;
  tree.each([&](int key) { sum += key; keys.push_back(key); });
  std::cout << sum << ' ' << keys.size() << ' ' << tree.contains(8) << '\n';
  return 0;
}
