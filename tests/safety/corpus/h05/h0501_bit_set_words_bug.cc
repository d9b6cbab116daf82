// The number of words is rounded down, and the last bits have none.
// oracle: asan
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>

class BitSet {
 public:
  explicit BitSet(std::size_t bits) : bits_(bits), words_(std::make_unique<std::uint64_t[]>(bits / 64)) {}

  void set(std::size_t bit) { words_[bit / 64] |= std::uint64_t{1} << (bit % 64); }  // expect: H0501
  std::size_t bits() const { return bits_; }

 private:
  std::size_t bits_;
  std::unique_ptr<std::uint64_t[]> words_;
};

int main() {
  BitSet seen(100);
  for (std::size_t i = 0; i < seen.bits(); i += 3) seen.set(i);
  std::printf("%zu\n", seen.bits());
  return 0;
}
