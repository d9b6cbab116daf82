// The loop collects what to insert, and a second one inserts it.
// oracle: clean

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
    std::vector<std::pair<int, int>> missing;
    for (auto node = edges_.begin(); node != edges_.end(); ++node) {
      if (node->first < 0) continue;
      ++seen;
      missing.emplace_back(-node->first - 1, static_cast<int>(node->second.size()));
    }
    for (const auto& [from, to] : missing) add_edge(from, to);
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
