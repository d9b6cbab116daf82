// The ring's slots are freed with delete[].
// oracle: clean

#include <cstddef>
#include <cstdio>

class Ring {
 public:
  explicit Ring(std::size_t capacity) : slots_(new long[capacity]), capacity_(capacity) {}
  Ring(const Ring&) = delete;
  Ring& operator=(const Ring&) = delete;
  ~Ring() { delete[] slots_; }

  bool push(long value) {
    if (size_ == capacity_) return false;
    slots_[(first_ + size_++) % capacity_] = value;
    return true;
  }

  long pop() {
    long value = slots_[first_];
    first_ = (first_ + 1) % capacity_;
    --size_;
    return value;
  }

  bool empty() const { return size_ == 0; }

 private:
  long* slots_;
  std::size_t capacity_;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

int main() {
  Ring ring(3);
  long sum = 0;
  for (long value = 1; value <= 5; ++value) {
    if (!ring.push(value)) {
      sum += ring.pop();
      ring.push(value);
    }
  }
  while (!ring.empty()) sum += ring.pop();
  std::printf("%ld\n", sum);
}
