// Both sequences are gone through for as long as the first one is.
// oracle: debug

#include <algorithm>
#include <iostream>
#include <vector>

using Signal = std::vector<double>;

double correlate(const Signal& signal, const Signal& pattern, std::size_t shift) {
  double sum = 0;
  const std::size_t length = signal.size() - shift;
  for (std::size_t i = 0; i < length; ++i) {
    sum += signal[i + shift] * pattern[i];  // expect: H0502
  }
  return sum;
}

std::size_t best_shift(const Signal& signal, const Signal& pattern) {
  std::size_t best = 0;
  double highest = 0;
  for (std::size_t shift = 0; shift + pattern.size() <= signal.size(); ++shift) {
    const double value = correlate(signal, pattern, shift);
    if (value > highest) {
      highest = value;
      best = shift;
    }
  }
  return best;
}

int main() {
  const Signal signal = {0, 0.1, 0, 0.9, 1.0, 0.8, 0.1};
  const Signal pattern = {1, 1, 1};
  std::cout << "at " << best_shift(signal, pattern) << '\n';
}
