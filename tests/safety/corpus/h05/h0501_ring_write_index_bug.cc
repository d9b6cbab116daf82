// The write index wraps one too late.
// oracle: debug
#include <array>
#include <cstddef>
#include <cstdio>

template <typename T, std::size_t N>
class Ring {
 public:
  void push(const T& value) {
    slots_[write_] = value;  // expect: H0501
    ++write_;
    if (write_ > N) write_ = 0;
    if (count_ < N) ++count_;
  }
  std::size_t count() const { return count_; }

 private:
  std::array<T, N> slots_{};
  std::size_t write_ = 0;
  std::size_t count_ = 0;
};

int main() {
  auto* ring = new Ring<int, 4>;
  for (int i = 0; i < 20; ++i) ring->push(i);
  std::printf("%zu\n", ring->count());
  delete ring;
  return 0;
}
