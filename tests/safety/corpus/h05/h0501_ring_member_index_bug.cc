// The writing position is compared with the capacity before it wraps, one too late.
// oracle: asan

#include <cstddef>
#include <cstdio>

class LogRing {
 public:
  void push(long value) {
    values_[next_] = value;  // expect: H0501
    ++next_;
    if (next_ > capacity) next_ = 0;
    if (used_ < capacity) ++used_;
  }

  long sum() const {
    long total = 0;
    for (std::size_t i = 0; i < used_; ++i) total += values_[i];
    return total;
  }

 private:
  static constexpr std::size_t capacity = 8;
  std::size_t next_ = 0;
  std::size_t used_ = 0;
  long values_[capacity] = {};
};

long record(LogRing& ring, int from, int to) {
  for (int i = from; i < to; ++i) ring.push(i * i);
  return ring.sum();
}

int main() {
  LogRing latencies;
  const long first = record(latencies, 0, 5);
  const long second = record(latencies, 5, 12);
  std::printf("%ld %ld\n", first, second);
}
