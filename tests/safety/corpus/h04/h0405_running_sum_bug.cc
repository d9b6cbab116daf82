// The sum of the window is added to without a first value.
// oracle: msan

#include <cmath>
#include <cstddef>
#include <cstdio>

class MovingAverage {
 public:
  void push(double value) {
    ring_[next_ % kSize] = value;
    ++next_;
  }

  double value() const {
    std::size_t filled = next_ < kSize ? next_ : kSize;
    if (filled == 0) return 0;
    double sum;
    for (std::size_t i = 0; i < filled; ++i) sum += ring_[i];  // expect?: H0405
    return sum / static_cast<double>(filled);                  // expect?: H0405
  }

 private:
  static constexpr std::size_t kSize = 4;
  double ring_[kSize] = {};
  std::size_t next_ = 0;
};

bool Deviates(const MovingAverage& average, double value) { return std::fabs(average.value() - value) > 3; }

int main() {
  MovingAverage average;
  int alarms = 0;
  for (double value : (double[]){1.0, 1.5, 2.0, 9.0}) {
    alarms += Deviates(average, value);
    average.push(value);
  }
  std::printf("%d alarms\n", alarms);
}
