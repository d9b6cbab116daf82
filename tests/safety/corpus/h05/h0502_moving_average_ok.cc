// The last window ends with the last sample.
// oracle: clean
#include <cstdio>
#include <vector>

std::vector<double> moving_average(const std::vector<double>& samples, std::size_t window) {
  std::vector<double> result;
  for (std::size_t at = 0; at + window <= samples.size(); ++at) {
    double sum = 0;
    for (std::size_t k = 0; k < window; ++k) sum += samples[at + k];
    result.push_back(sum / static_cast<double>(window));
  }
  return result;
}

double highest(const std::vector<double>& values) {
  double most = 0;
  for (double value : values) most = value > most ? value : most;
  return most;
}

int main() {
  const std::vector<double> load = {0.5, 0.7, 1.2, 0.9, 0.4, 0.3};
  std::printf("%.2f\n", highest(moving_average(load, 3)));
}
