// A word is asked for its tree twice, and answers the same.
// oracle: clean
#include <cstdint>
#include <cstdio>
#include <memory>

struct Tree {
  int leaves;
};

class Word {
 public:
  explicit Word(Tree* tree) : bits_(reinterpret_cast<std::uintptr_t>(tree)) {}
  explicit Word(int number) : bits_(static_cast<std::uintptr_t>(number) << 1 | 1) {}
  bool is_tree() const { return (bits_ & 1) == 0; }
  const Tree* tree() const { return is_tree() ? reinterpret_cast<const Tree*>(bits_) : nullptr; }
  int number() const { return static_cast<int>(bits_ >> 1); }

 private:
  std::uintptr_t bits_;
};

static const Tree kNone{0};

static int weight(const Word& word) {
  const Tree* tree = word.tree() ? word.tree() : &kNone;
  return word.tree() ? tree->leaves + word.tree()->leaves : word.number();
}

int main() {
  auto tree = std::make_unique<Tree>(Tree{7});
  const int sum = weight(Word(tree.get())) + weight(Word(5));
  std::printf("%d\n", sum);
  return sum == 19 ? 0 : 1;
}
