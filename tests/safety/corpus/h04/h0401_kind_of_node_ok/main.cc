// What kind of node it is is asked of a function that says no of none.
// oracle: clean
#include <iostream>

#include "node.h"

int size_of(const std::vector<Node>& nodes, std::size_t index, int limit) {
  const Node* node = index < nodes.size() ? &nodes[index] : nullptr;
  if (is_directory(node) && is_large(limit)) return node->size;
  return 0;
}

int main() {
  const std::vector<Node> nodes{{"src/", 3}, {"README", 1}};
  std::cout << size_of(nodes, 0, 200) << size_of(nodes, 7, 300) << '\n';
}
