// Neighbours are erased from the set that the loop goes over.
// oracle: debug
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
    for (int other : edges_[node]) disconnect(node, other);  // expect: H0303
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
