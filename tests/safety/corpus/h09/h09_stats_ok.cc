// Algorithms and views over values that outlive them.
// oracle: clean
#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <numeric>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <vector>

namespace [[hull::safe]] app {
struct Summary {
  double mean = 0, deviation = 0, median = 0;
};

std::optional<Summary> summarize(std::span<const double> values) {
  if (values.empty()) return std::nullopt;
  Summary summary;
  summary.mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - summary.mean) * (value - summary.mean);
  summary.deviation = std::sqrt(squares / static_cast<double>(values.size()));
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  summary.median = sorted[sorted.size() / 2];
  return summary;
}

std::array<int, 10> histogram(std::span<const double> values, double low, double high) {
  std::array<int, 10> bins{};
  for (const double value : values) {
    const double at = std::clamp((value - low) / (high - low), 0.0, 0.999);
    ++bins.at(static_cast<std::size_t>(at * 10));
  }
  return bins;
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  const std::vector<double> values = {1, 2, 2.5, 3, 9};
  if (const auto summary = summarize(values)) std::cout << summary->mean << ' ' << summary->median << '\n';
  for (const int count : histogram(values, 0, 10)) std::cout << count;
  auto even = values | std::views::filter([](double v) { return v > 2; }) | std::views::transform([](double v) { return v * 2; });
  for (const double value : even) std::cout << ' ' << value;
  const auto largest = std::max_element(values.begin(), values.end());
  if (largest != values.end()) std::cout << '\n' << *largest << '\n';
  return 0;
}
