// The last sample is at the size itself, one past the end.
// oracle: debug

#include <cstdio>
#include <span>
#include <vector>

struct Trend {
  double first;
  double last;
};

Trend trend_of(std::span<const double> samples) {
  if (samples.empty()) return {0, 0};
  if (samples.size() == 1) return {samples[0], samples[0]};
  const std::size_t half = samples.size() / 2;
  const auto late = samples.subspan(half);
  return {samples[0], late[samples.size() - half]};  // expect: H0501
}

class Thermometer {
 public:
  void read(double value) { values_.push_back(value); }

  bool rising(std::size_t last) const {
    const std::span<const double> all(values_);
    const auto [first, second] = trend_of(all.last(last < all.size() ? last : all.size()));
    return second > first;
  }

 private:
  std::vector<double> values_;
};

int main() {
  Thermometer thermometer;
  for (double value : {20.0, 20.5, 21.5, 21.0, 22.0}) thermometer.read(value);
  std::printf("%d %d\n", thermometer.rising(1), thermometer.rising(4));
}
