// The capacity is declared first, so it is computed from a size that is not initialized yet.
// oracle: msan

#include <cstddef>
#include <cstdio>

std::size_t RoundUp(std::size_t size) {
  std::size_t capacity = 8;
  while (capacity < size) capacity *= 2;
  return capacity;
}

class BitSet {
 public:
  explicit BitSet(std::size_t size) : size_(size), capacity_(RoundUp(size_)) {  // expect: H0406
    if (capacity_ > kLimit) size_ = capacity_ = kLimit;
    for (std::size_t i = 0; i < capacity_ / 8; ++i) bytes_[i] = 0;
  }

  void set(std::size_t bit) {
    if (bit < size_) bytes_[bit / 8] |= static_cast<unsigned char>(1u << bit % 8);
  }

  int count() const {
    int count = 0;
    for (std::size_t bit = 0; bit < size_; ++bit) count += bytes_[bit / 8] >> bit % 8 & 1;
    return count;
  }

 private:
  static constexpr std::size_t kLimit = 256;

  std::size_t capacity_;
  std::size_t size_;
  unsigned char bytes_[kLimit / 8];
};

int main() {
  BitSet bits(40);
  for (std::size_t bit = 0; bit < 50; bit += 10) bits.set(bit);
  std::printf("%d bits\n", bits.count());
}
