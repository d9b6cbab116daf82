// connect() is given a node of the graph by reference, and grows the graph before it reads the node.
// oracle: asan

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
    const std::size_t fresh = add("half");
    nodes_[fresh].name = node.name + " (the other half)";  // expect?: H0302
    return fresh;
  }

 private:
  std::vector<Node> nodes_;
};

int main() {
  Graph graph;
  graph.add("the crossing in front of the old town hall");
  const std::size_t half = graph.split(graph.node(0));  // expect?: H0302
  std::printf("%s\n", graph.node(half).name.c_str());
}
