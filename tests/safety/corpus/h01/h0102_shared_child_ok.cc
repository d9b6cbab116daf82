// The mirrored node gets a leaf of its own for each side.
// oracle: clean

#include <cstdio>

class Node {
 public:
  explicit Node(int weight) : weight_(weight) {}
  Node(Node* left, Node* right) : weight_(0), left_(left), right_(right) {}
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  ~Node() {
    delete left_;
    delete right_;
  }

  int weight() const { return weight_ + (left_ ? left_->weight() : 0) + (right_ ? right_->weight() : 0); }

 private:
  int weight_;
  Node* left_ = nullptr;
  Node* right_ = nullptr;
};

Node* mirrored(int weight) {
  auto* leaf = new Node(weight);
  return new Node(leaf, new Node(weight));
}

int measure(int depth) {
  Node* arch = mirrored(4);
  for (int i = 0; i < depth; ++i) arch = new Node(arch, new Node(i));
  int weight = arch->weight();
  delete arch;
  return weight;
}

int main() { std::printf("%d\n", measure(3)); }
