// Whether it is there, and of the right kind, is kept in a flag that is asked before it is used.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

struct Node {
  char kind = ' ';
  std::string text;
  std::vector<Node> children;
};

const Node* child(const Node& node, std::size_t which) {
  return which < node.children.size() ? &node.children[which] : nullptr;
}

std::string called(const Node& node) {
  const Node* callee = child(node, 0);
  const bool named = callee && (callee->kind == 'n' || callee->kind == 'm');
  return named ? callee->text : std::string("?");
}

int main() {
  const Node call{'c', "", {{'n', "print", {}}, {'s', "hello", {}}}};
  const Node empty{'c', "", {}};
  std::cout << called(call) << called(empty) << '\n';
}
