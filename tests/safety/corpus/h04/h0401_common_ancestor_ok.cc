// The heights of two nodes are compared until one has come to the top.
// oracle: clean
#include <cstdio>

struct Node {
  Node* parent = nullptr;
  int id = 0;
};

static bool before(const Node* left, const Node* right) {
  const Node* left_top = left;
  const Node* right_top = right;
  while (left_top && right_top && left_top->parent != right_top->parent) {
    left_top = left_top->parent;
    right_top = right_top->parent;
  }
  if (left_top && right_top) return left_top->id < right_top->id;
  const bool left_higher = !left_top;
  while (left_top) {
    left_top = left_top->parent;
    left = left->parent;
  }
  while (right_top) {
    right_top = right_top->parent;
    right = right->parent;
  }
  if (left == right) return left_higher;
  while (left->parent != right->parent) {
    left = left->parent;
    right = right->parent;
  }
  return left->id < right->id;
}

int main() {
  Node root, a, b, c, d;
  a = {&root, 1};
  b = {&root, 2};
  c = {&a, 3};
  d = {&c, 4};
  const bool right = before(&d, &b) && !before(&b, &c) && before(&root, &d);
  std::printf("%d\n", right);
  return right ? 0 : 1;
}
