// A word that was seen to hold no tree is asked for its leaves.
// oracle: asan
#include <cstdint>
#include <cstdio>
#include <memory>

struct Tree {
  int leaves;
};

class Bits {
 public:
  explicit Bits(std::uintptr_t bits) : bits_(bits) {}
  bool tagged() const { return (bits_ & 1) != 0; }
  std::uintptr_t all() const { return bits_; }

 private:
  std::uintptr_t bits_;
};

class Word {
 public:
  explicit Word(Tree* tree) : bits_(reinterpret_cast<std::uintptr_t>(tree)) {}
  explicit Word(int number) : bits_(static_cast<std::uintptr_t>(number) << 1 | 1) {}
  bool is_tree() const { return !bits_.tagged(); }
  const Tree* tree() const { return is_tree() ? reinterpret_cast<const Tree*>(bits_.all()) : nullptr; }
  int number() const { return static_cast<int>(bits_.all() >> 1); }

 private:
  Bits bits_;
};

static int weight(const Word& word) {
  if (word.tree() == nullptr) std::printf("number %d\n", word.number());
  return word.tree()->leaves;  // expect: H0401
}

int main() {
  auto tree = std::make_unique<Tree>(Tree{7});
  const int sum = weight(Word(tree.get())) + weight(Word(5));
  std::printf("%d\n", sum);
  return sum == 12 ? 0 : 1;
}
