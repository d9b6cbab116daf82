// Nodes keep a pointer to their parent, which moves when its own parent's children grow.
// oracle: asan
#include <iostream>
#include <vector>

namespace [[hull::safe]] app {
struct Node {
  int number = 0;
  Node* parent = nullptr;
  std::vector<Node> children;
};
Node& add(Node& parent, int number) {
  parent.children.push_back(Node{number, &parent, {}});  // expect: H0911
  return parent.children.back();
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Node root{0, nullptr, {}};
  add(add(root, 1), 2);
  for (int i = 0; i < 4; ++i) add(root, 3);
  const Node& leaf = root.children.front().children.front();
  if (leaf.parent != nullptr) std::cout << leaf.parent->number << '\n';
}
