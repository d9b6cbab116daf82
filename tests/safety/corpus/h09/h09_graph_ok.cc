// Nodes are numbers.
// oracle: clean
#include <cstddef>
#include <deque>
#include <iostream>
#include <limits>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

namespace [[hull::safe]] app {
class Graph {
 public:
  explicit Graph(std::size_t nodes) : edges_(nodes) {}
  void connect(std::size_t from, std::size_t to, int weight) { edges_.at(from).push_back({to, weight}); }
  std::optional<int> distance(std::size_t from, std::size_t to) const {
    std::vector<int> best(edges_.size(), std::numeric_limits<int>::max());
    using Step = std::pair<int, std::size_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
    best.at(from) = 0;
    open.emplace(0, from);
    while (!open.empty()) {
      const auto [cost, node] = open.top();
      open.pop();
      if (node == to) return cost;
      if (cost > best.at(node)) continue;
      for (const Edge& edge : edges_.at(node)) {
        const int next = cost + edge.weight;
        if (next < best.at(edge.to)) {
          best.at(edge.to) = next;
          open.emplace(next, edge.to);
        }
      }
    }
    return std::nullopt;
  }
  std::vector<std::size_t> order() const {
    std::vector<int> incoming(edges_.size());
    for (const auto& out : edges_)
      for (const Edge& edge : out) ++incoming.at(edge.to);
    std::deque<std::size_t> ready;
    for (std::size_t i = 0; i < incoming.size(); ++i)
      if (incoming[i] == 0) ready.push_back(i);
    std::vector<std::size_t> sorted;
    while (!ready.empty()) {
      const std::size_t node = ready.front();
      ready.pop_front();
      sorted.push_back(node);
      for (const Edge& edge : edges_.at(node))
        if (--incoming.at(edge.to) == 0) ready.push_back(edge.to);
    }
    return sorted;
  }

 private:
  struct Edge {
    std::size_t to = 0;
    int weight = 0;
  };
  std::vector<std::vector<Edge>> edges_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Graph graph(4);
  graph.connect(0, 1, 2);
  graph.connect(1, 3, 2);
  graph.connect(0, 2, 1);
  graph.connect(2, 3, 5);
  std::cout << graph.distance(0, 3).value_or(-1) << ' ' << graph.order().size() << '\n';
  return 0;
}
