// A word that holds no tree is asked for the leaves of its tree.
// oracle: asan
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
  return word.number() > 99 ? word.number() : tree->leaves + word.tree()->leaves;  // expect: H0401
}

int main() {
  auto tree = std::make_unique<Tree>(Tree{7});
  const int sum = weight(Word(tree.get())) + weight(Word(5));
  std::printf("%d\n", sum);
  return sum == 19 ? 0 : 1;
}
