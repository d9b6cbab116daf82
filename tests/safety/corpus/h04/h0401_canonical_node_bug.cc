// Nodes of the same name should get one number, and nobody puts the first of them into the index.
// oracle: asan
#include <cstdio>
#include <map>
#include <string>
#include <vector>

struct Node {
  std::string name;
  int id = -1;
};

using Index = std::map<std::string, Node*>;

static std::string key_of(const Node* node) { return node->name; }

static Node* canonical(Index* index, const Node* node) {
  const auto found = index->find(key_of(node));
  if (found == index->end()) return nullptr;
  return found->second;
}

static std::vector<int> numbered(Index* index, const std::vector<Node*>& nodes) {
  int next = 0;
  for (Node* node : nodes) {
    if (node == nullptr) continue;
    Node* first = canonical(index, node);
    if (first == nullptr) {
      node->id = next++;
    } else {
      node->id = first->id;
    }
  }
  std::vector<int> ids;
  for (const Node* node : nodes) {
    if (node == nullptr) continue;
    ids.push_back(canonical(index, node)->id);  // expect: H0401
  }
  return ids;
}

int main() {
  Node left{"leaf"}, right{"leaf"}, top{"root"};
  Index index;
  int sum = 0;
  for (const int id : numbered(&index, {&left, nullptr, &right, &top})) sum += id;
  std::printf("%d\n", sum);
  return sum == 1 ? 0 : 1;
}
