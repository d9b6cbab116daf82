// The crossing is dereferenced only if it was set.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <optional>
#include <span>

struct Crossing {
  std::size_t index;
  double overshoot;
};

struct Report {
  double peak = 0;
  std::size_t rise_samples = 0;
};

Report Analyze(std::span<const double> samples, double threshold) {
  Report report;
  std::optional<Crossing> crossing;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (samples[i] > report.peak) report.peak = samples[i];
    if (!crossing && samples[i] >= threshold) crossing = Crossing{i, samples[i] - threshold};
  }
  report.rise_samples = crossing ? crossing->index : samples.size();
  return report;
}

int main() {
  const double fast[] = {0.0, 0.4, 0.9, 1.0};
  const double flat[] = {0.1, 0.1, 0.2};
  Report first = Analyze(fast, 0.8);
  std::printf("rise %zu peak %.1f\n", first.rise_samples, first.peak);
  Report second = Analyze(flat, 0.8);
  std::printf("rise %zu peak %.1f\n", second.rise_samples, second.peak);
}
