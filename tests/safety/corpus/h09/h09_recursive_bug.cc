// A recursive walk over a tree's nodes adds nodes to the list that it goes over.
// oracle: asan
#include <iostream>
#include <string>
#include <vector>

namespace [[hull::safe]] app {
struct Node { std::string name; std::vector<std::size_t> children; };
class Tree {
 public:
  std::size_t add(std::string name) { nodes_.push_back({std::move(name), {}}); return nodes_.size() - 1; }
  void attach(std::size_t parent, std::size_t child) { nodes_.at(parent).children.push_back(child); }
  std::size_t expand(std::size_t at, int depth) {
    const Node& node = nodes_.at(at);
    if (depth == 0) return add("leaf");
    std::size_t count = expand(at, depth - 1);
    count += node.name.size();  // expect: H0302
    return count;
  }
 private:
  std::vector<Node> nodes_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Tree tree;
  tree.add("the root, which has a name that is long enough");
  std::cout << tree.expand(0, 3) << '\n';
}
