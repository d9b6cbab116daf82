// The node is owned by a unique_ptr, which frees it when emplace() refuses.
// oracle: clean

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
    auto node = std::make_unique<Node>(Node{name, weight});
    auto [position, added] = nodes_.emplace(name, node.get());
    if (!added) {
      position->second->weight += weight;
      return false;
    }
    node.release();
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
