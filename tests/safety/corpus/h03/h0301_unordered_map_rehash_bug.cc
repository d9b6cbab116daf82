// The loop inserts into the map it goes over, a rehash invalidates its iterator, and entries are left out.
// oracle: assert

#include <cassert>
#include <cstdio>
#include <unordered_map>
#include <vector>

class Graph {
 public:
  void add_edge(int from, int to) { edges_[from].push_back(to); }

  int mirror() {
    const auto before = edges_.size();
    std::size_t seen = 0;
    for (auto node = edges_.begin(); node != edges_.end(); ++node) {  // expect?: H0301
      if (node->first < 0) continue;                                  // expect?: H0301
      ++seen;
      edges_.emplace(-node->first - 1, node->second);
    }
    assert(seen == before);
    return static_cast<int>(edges_.size() - before);
  }

 private:
  std::unordered_map<int, std::vector<int>> edges_;
};

int main() {
  Graph graph;
  for (int node = 0; node < 12; ++node) graph.add_edge(node, (node * 5 + 1) % 12);
  std::printf("%d mirrored\n", graph.mirror());
}
