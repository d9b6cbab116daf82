// The mask is the capacity less one.
// oracle: clean
#include <array>
#include <cstdio>

class SensorRing {
 public:
  void put(int value) {
    values_[next_] = value;
    next_ = (next_ + 1) % capacity;
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
