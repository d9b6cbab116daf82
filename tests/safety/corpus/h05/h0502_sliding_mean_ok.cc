// The last window ends with the last sample.
// oracle: clean
#include <cstddef>
#include <cstdio>
#include <vector>

static std::vector<double> moving_average(const std::vector<double>& samples, std::size_t window) {
  std::vector<double> averages;
  if (window == 0 || samples.size() < window) return averages;
  for (std::size_t first = 0; first < samples.size() - window + 1; ++first) {
    double sum = 0;
    for (std::size_t i = 0; i < window; ++i) {
      sum += samples[first + i];
    }
    averages.push_back(sum / static_cast<double>(window));
  }
  return averages;
}

int main() {
  std::vector<double> temperatures = {20.5, 21.0, 21.5, 22.0, 21.0, 20.0};
  for (double average : moving_average(temperatures, 3)) std::printf("%.2f\n", average);
  return 0;
}
