// use_synthetic sets the span member to a vector of its own.
// oracle: asan

#include <cstdio>
#include <span>
#include <vector>

class Histogram {
 public:
  void use(std::span<const double> samples) { samples_ = samples; }

  void use_synthetic(int count) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i) values.push_back((i * 37 % 100) / 100.0);
    samples_ = values;  // expect?: H0202
  }

  int in_bucket(double low, double high) const {
    int count = 0;
    for (double sample : samples_) {                // expect?: H0202
      if (sample >= low && sample < high) ++count;  // expect?: H0202
    }
    return count;
  }

 private:
  std::span<const double> samples_;
};

int main() {
  Histogram histogram;
  const std::vector<double> measured = {0.2, 0.4, 0.45};
  histogram.use(measured);
  int total = histogram.in_bucket(0.4, 0.5);
  histogram.use_synthetic(50);
  total += histogram.in_bucket(0.4, 0.5);
  std::printf("%d\n", total);
}
