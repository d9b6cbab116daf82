// The limit is asked for, and the node is taken to be there.
// oracle: asan
#include <iostream>

#include "node.h"

int size_of(const std::vector<Node>& nodes, std::size_t index, int limit) {
  const Node* node = index < nodes.size() ? &nodes[index] : nullptr;
  if (is_large(limit)) return node->size;  // expect: H0401
  return 0;
}

int main() {
  const std::vector<Node> nodes{{"src/", 3}, {"README", 1}};
  std::cout << size_of(nodes, 0, 200) << size_of(nodes, 7, 300) << '\n';
}
