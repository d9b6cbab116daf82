// The remainder of a negative hash is negative, and so is the slot.
// oracle: ubsan

#include <cstdio>
#include <string_view>

class Bloom {
 public:
  void add(std::string_view word) { words_ += ++counts_[slot(word)] == 1; }  // expect?: H0501

  bool may_contain(std::string_view word) const { return counts_[slot(word)] != 0; }  // expect?: H0501

  int words() const { return words_; }

 private:
  static constexpr int size = 64;

  static int slot(std::string_view word) {
    int hash = 7;
    for (char c : word) hash = static_cast<int>(hash * 31LL % 1000003) - c * 9973;
    return hash % size;
  }

  int counts_[size] = {};
  int words_ = 0;
};

int main() {
  Bloom bloom;
  int possible = 0;
  for (std::string_view word : {"alpha", "beta", "gamma", "delta"}) {
    if (bloom.may_contain(word)) ++possible;
    bloom.add(word);
  }
  std::printf("%d of %d\n", possible, bloom.words());
}
