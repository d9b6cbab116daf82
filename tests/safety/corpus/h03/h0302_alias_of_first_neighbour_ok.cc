// The name is taken before the graph grows.
// oracle: clean

#include <cstdio>
#include <string>
#include <vector>

struct Node {
  std::string name;
  std::vector<std::size_t> edges;
};

class Graph {
 public:
  std::size_t add(std::string name) {
    nodes_.push_back({std::move(name), {}});
    return nodes_.size() - 1;
  }
  Node& node(std::size_t index) { return nodes_[index]; }

  std::size_t split(Node& node) {
    const std::string name = node.name + " (the other half)";
    const std::size_t fresh = add("half");
    nodes_[fresh].name = name;
    return fresh;
  }

 private:
  std::vector<Node> nodes_;
};

int main() {
  Graph graph;
  graph.add("the crossing in front of the old town hall");
  const std::size_t half = graph.split(graph.node(0));
  std::printf("%s\n", graph.node(half).name.c_str());
}
