// Those to be erased are gathered first.
// oracle: clean
#include <cstdio>
#include <map>
#include <set>
#include <vector>

class Graph {
 public:
  void connect(int a, int b) {
    edges_[a].insert(b);
    edges_[b].insert(a);
  }
  void disconnect(int a, int b) {
    edges_[a].erase(b);
    edges_[b].erase(a);
  }
  void isolate(int node) {
    std::vector<int> others(edges_[node].begin(), edges_[node].end());
    for (int other : others) disconnect(node, other);
  }
  std::size_t degree(int node) { return edges_[node].size(); }

 private:
  std::map<int, std::set<int>> edges_;
};

int main() {
  Graph graph;
  graph.connect(1, 2);
  graph.connect(1, 3);
  graph.isolate(1);
  std::printf("%zu\n", graph.degree(1));
  return 0;
}
