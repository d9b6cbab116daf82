// A unique_ptr<T[]> deletes with delete[].
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <memory>
#include <span>

class Histogram {
 public:
  explicit Histogram(std::size_t bins) : bins_(bins), counts_(new unsigned[bins]()) {}

  void add(std::span<const double> values) {
    for (double value : values) {
      auto bin = static_cast<std::size_t>(value * static_cast<double>(bins_));
      ++counts_.get()[std::min(bin, bins_ - 1)];
    }
  }

  unsigned highest() const { return *std::max_element(counts_.get(), counts_.get() + bins_); }

 private:
  std::size_t bins_;
  std::unique_ptr<unsigned[]> counts_;
};

int main() {
  Histogram histogram(4);
  const double values[] = {0.1, 0.15, 0.6, 0.99, 0.2};
  histogram.add(values);
  std::printf("%u\n", histogram.highest());
}
