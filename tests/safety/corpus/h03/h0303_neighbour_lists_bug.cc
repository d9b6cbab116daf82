// A node's own list of neighbours is changed while it is walked.
// oracle: debug
#include <cstdio>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

struct Node {
  std::string name;
  std::vector<Node*> out;
  std::vector<Node*> in;
};

class Graph {
 public:
  void connect(const std::string& from, const std::string& to) {
    Node* a = add(from);
    Node* b = add(to);
    a->out.push_back(b);
    b->in.push_back(a);
  }
  bool isolate(const std::string& name) {
    auto it = by_name_.find(name);
    if (it == by_name_.end()) return false;
    Node* node = it->second;
    for (Node* next : node->out) {  // expect?: H0303
      if (std::erase(next->in, node) > 0) std::erase(node->out, next);  // expect?: H0303
    }
    for (Node* previous : node->in) std::erase(previous->out, node);
    node->out.clear();
    node->in.clear();
    return true;
  }
  std::size_t edges() const {
    std::size_t total = 0;
    for (const auto& node : nodes_) total += node->out.size();
    return total;
  }

 private:
  Node* add(const std::string& name) {
    auto [it, fresh] = by_name_.try_emplace(name, nullptr);
    if (fresh) {
      nodes_.push_back(std::make_unique<Node>());
      it->second = nodes_.back().get();
      it->second->name = name;
    }
    return it->second;
  }
  std::vector<std::unique_ptr<Node>> nodes_;
  std::unordered_map<std::string, Node*> by_name_;
};

int main() {
  Graph graph;
  graph.connect("lexer", "parser");
  graph.connect("parser", "sema");
  graph.connect("lexer", "sema");
  if (!graph.isolate("parser")) return 1;
  std::printf("%zu\n", graph.edges());
  return graph.edges() == 1 ? 0 : 2;
}
