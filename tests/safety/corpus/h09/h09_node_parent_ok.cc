// Nodes know the number of their parent.
// oracle: clean
#include <iostream>
#include <vector>

namespace [[hull::safe]] app {
struct Node {
  int number = 0;
  int parent = 0;
  std::vector<Node> children;
};
Node& add(Node& parent, int number) {
  parent.children.push_back(Node{number, parent.number, {}});
  return parent.children.back();
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Node root{0, 0, {}};
  add(add(root, 1), 2);
  for (int i = 0; i < 4; ++i) add(root, 3);
  const Node& leaf = root.children.front().children.front();
  std::cout << leaf.parent << '\n';
}
