// The node is named again by its index when the child is there.
// oracle: clean

#include <cstdio>
#include <string_view>
#include <vector>

class Trie {
 public:
  Trie() { nodes_.emplace_back(); }

  void add(std::string_view word) {
    int at = 0;
    for (char c : word) at = child(at, c - 'a');
    nodes_[static_cast<std::size_t>(at)].words += 1;
  }

  std::size_t nodes() const { return nodes_.size(); }

 private:
  struct Node {
    int children[26] = {};
    int words = 0;
  };

  int child(int at, int letter) {
    const auto index = static_cast<std::size_t>(at);
    if (nodes_[index].children[letter] == 0) nodes_[index].children[letter] = make();
    return nodes_[index].children[letter];
  }

  int make() {
    nodes_.emplace_back();
    return static_cast<int>(nodes_.size()) - 1;
  }

  std::vector<Node> nodes_;
};

int main() {
  Trie trie;
  for (std::string_view word : {"flow", "fact", "place", "plan"}) trie.add(word);
  std::printf("%zu nodes\n", trie.nodes());
}
