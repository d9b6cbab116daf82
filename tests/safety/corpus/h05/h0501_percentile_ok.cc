// The index is that of the last element at most.
// oracle: clean
#include <algorithm>
#include <cstdio>
#include <vector>

class Latencies {
 public:
  void add(int milliseconds) { values_.push_back(milliseconds); }
  int percentile(std::size_t percent) {
    if (values_.empty()) return 0;
    std::sort(values_.begin(), values_.end());
    const std::size_t rank = (values_.size() - 1) * percent / 100;
    return values_[rank];
  }

 private:
  std::vector<int> values_;
};

int main() {
  Latencies latencies;
  latencies.add(12);
  latencies.add(7);
  latencies.add(31);
  latencies.add(9);
  std::printf("%d %d\n", latencies.percentile(50), latencies.percentile(100));
}
