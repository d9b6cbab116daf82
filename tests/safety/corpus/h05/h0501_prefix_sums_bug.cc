// The sums have as many elements as the values, and the last one is one more.
// oracle: asan
#include <cstddef>
#include <cstdio>
#include <span>
#include <vector>

class PrefixSums {
 public:
  explicit PrefixSums(std::span<const int> values) : sums_(values.size()) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      sums_[i + 1] = sums_[i] + values[i];  // expect: H0501
    }
  }
  long between(std::size_t first, std::size_t last) const { return sums_[last] - sums_[first]; }

 private:
  std::vector<long> sums_;
};

int main() {
  const int values[] = {3, 1, 4, 1, 5, 9};
  PrefixSums sums(values);
  std::printf("%ld\n", sums.between(1, 4));
  return 0;
}
