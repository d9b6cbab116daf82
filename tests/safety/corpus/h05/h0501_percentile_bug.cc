// The hundredth percentile is the element after the last.
// oracle: debug
#include <algorithm>
#include <cstdio>
#include <vector>

class Latencies {
 public:
  void add(int milliseconds) { values_.push_back(milliseconds); }
  int percentile(std::size_t percent) {
    if (values_.empty()) return 0;
    std::sort(values_.begin(), values_.end());
    const std::size_t rank = values_.size() * percent / 100;
    return values_[rank];  // expect: H0501
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
