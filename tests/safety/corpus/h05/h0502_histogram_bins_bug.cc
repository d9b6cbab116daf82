// The loop runs over as many bins as there are borders between them, and one more.
// oracle: debug
#include <cstdio>
#include <vector>

class Histogram {
 public:
  explicit Histogram(std::size_t bins) : bins_(bins), counts_(bins) {}
  void add(double value) {
    const auto bin = static_cast<std::size_t>(value * static_cast<double>(bins_));
    if (bin < bins_) ++counts_[bin];
  }
  int total() const {
    int sum = 0;
    for (std::size_t bin = 0; bin <= bins_; ++bin) sum += counts_[bin];  // expect: H0502
    return sum;
  }

 private:
  std::size_t bins_;
  std::vector<int> counts_;
};

int main() {
  Histogram heights(8);
  for (double height : {0.1, 0.35, 0.72, 0.99}) heights.add(height);
  std::printf("%d\n", heights.total());
}
