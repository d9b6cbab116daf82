// The node deletes the name it was given, and its tree deletes all the names it has made as well.
// oracle: asan

#include <cstdio>
#include <string>
#include <vector>

using Name = std::string;

class Node {
 public:
  Node(Name* name, int line) : name_(name), line_(line) {}
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  ~Node() { delete name_; }

  const Name& name() const { return *name_; }
  int line() const { return line_; }

 private:
  Name* name_;
  int line_;
};

class SyntaxTree {
 public:
  SyntaxTree() = default;
  SyntaxTree(const SyntaxTree&) = delete;
  SyntaxTree& operator=(const SyntaxTree&) = delete;
  ~SyntaxTree() {
    for (Node* node : nodes_) delete node;
    for (Name* name : names_) {
      delete name;  // expect: H0102
    }
  }

  const Node* add(const char* name, int line) {
    names_.push_back(new Name(name));
    nodes_.push_back(new Node(names_.back(), line));
    return nodes_.back();
  }

 private:
  std::vector<Name*> names_;
  std::vector<Node*> nodes_;
};

int main() {
  SyntaxTree tree;
  const Node* first = tree.add("main", 1);
  const Node* second = tree.add("argc", 1);
  std::printf("%s:%d %s\n", first->name().c_str(), first->line(), second->name().c_str());
}
