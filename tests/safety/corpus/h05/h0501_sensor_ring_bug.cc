// The ring's capacity is a power of two only by name: the mask is one too large.
// oracle: debug
#include <array>
#include <cstdio>

class SensorRing {
 public:
  void put(int value) {
    values_[next_] = value;  // expect: H0501
    next_ = (next_ + 1) % (capacity + 1);
  }
  int newest() const { return values_[(next_ + capacity - 1) % capacity]; }

 private:
  static constexpr unsigned capacity = 5;
  std::array<int, capacity> values_{};
  unsigned next_ = 0;
};

int main() {
  SensorRing ring;
  for (int i = 0; i < 8; ++i) ring.put(20 + i);
  std::printf("%d\n", ring.newest());
}
