// The reference is to an element of the inner vector, which the growth of the outer one does not move.
// oracle: clean

#include <cstdio>
#include <vector>

class Adjacency {
 public:
  explicit Adjacency(std::size_t nodes) : edges_(nodes) {}

  void connect(std::size_t from, int weight) { edges_[from].push_back(weight); }

  int split(std::size_t node) {
    if (edges_[node].empty()) return 0;
    int& first = edges_[node].front();
    add_node();
    const int half = first / 2;
    first -= half;
    edges_.back().push_back(half);
    return half;
  }

  std::size_t nodes() const { return edges_.size(); }

 private:
  void add_node() { edges_.emplace_back(); }

  std::vector<std::vector<int>> edges_;
};

int main() {
  Adjacency graph(2);
  graph.connect(0, 10);
  graph.connect(1, 7);
  const int moved = graph.split(0) + graph.split(1);
  std::printf("%d moved, %zu nodes\n", moved, graph.nodes());
}
