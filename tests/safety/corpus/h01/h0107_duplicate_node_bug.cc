// emplace() refuses a name it already has, and the node made for it is lost.
// oracle: lsan

#include <cstdio>
#include <memory>
#include <string>
#include <unordered_map>

struct Node {
  std::string name;
  int weight;
};

class Graph {
 public:
  Graph() = default;
  Graph(const Graph&) = delete;
  ~Graph() {
    for (auto& [name, node] : nodes_) delete node;
  }

  bool add(const std::string& name, int weight) {
    Node* node = new Node{name, weight};  // expect: H0107
    auto [position, added] = nodes_.emplace(name, node);
    if (!added) {
      position->second->weight += weight;
      return false;
    }
    return true;
  }

  int weight(const std::string& name) const {
    auto found = nodes_.find(name);
    return found == nodes_.end() ? 0 : found->second->weight;
  }

 private:
  std::unordered_map<std::string, Node*> nodes_;
};

int main() {
  Graph graph;
  graph.add("a", 1);
  graph.add("b", 2);
  graph.add("a", 5);
  std::printf("%d\n", graph.weight("a"));
}
