// A node whose links were allocated ends, and an array of two is not freed.
// oracle: lsan
#include <cstdint>
#include <cstdio>

class Node {
 public:
  explicit Node(int value) : value_(value), one_(nullptr) {}
  ~Node() {
    if (count_ > 2) delete[] many_;
  }
  void allocate(int count) {
    count_ = static_cast<std::uint16_t>(count);
    if (count_ > 1) many_ = new Node*[count_];  // expect: H0107
  }
  Node** links() { return count_ > 1 ? many_ : &one_; }
  int value() const { return value_; }

 private:
  int value_;
  std::uint16_t count_ = 0;
  union {
    Node** many_;
    Node* one_;
  };
};

static Node* join(int value, Node** parts, int count) {
  Node* node = new Node(value);
  node->allocate(count);
  Node** links = node->links();
  for (int i = 0; i < count; ++i) links[i] = parts[i];
  return node;
}

static int sum(int first) {
  Node left(first), right(2);
  Node* parts[] = {&left, &right};
  Node* node = join(3, parts, 2);
  const int all = node->links()[0]->value() + node->links()[1]->value() + node->value();
  delete node;
  return all;
}

int main() {
  int all = 0;
  for (int i = 0; i < 8; ++i) all += sum(i);
  std::printf("%d\n", all);
  return all == 68 ? 0 : 1;
}
