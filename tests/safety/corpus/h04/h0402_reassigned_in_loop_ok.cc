// An invalid sample in the loop is skipped before the assignment.
// oracle: clean

#include <cstdio>
#include <optional>
#include <vector>

struct Sample {
  int raw;
  bool valid;
};

class Calibration {
 public:
  explicit Calibration(int offset) : offset_(offset) {}

  std::optional<double> convert(const Sample& sample) const {
    if (!sample.valid) return std::nullopt;
    return (sample.raw - offset_) / 10.0;
  }

 private:
  int offset_;
};

double smoothed(const Calibration& calibration, const std::vector<Sample>& samples) {
  std::optional<double> value = 0.0;
  double sum = 0;
  int used = 0;
  for (const Sample& sample : samples) {
    auto converted = calibration.convert(sample);
    if (!converted) continue;
    value = converted;
    sum += 0.5 * *value;
    ++used;
  }
  return used == 0 ? *value : sum / used;
}

int main() {
  Calibration calibration(20);
  double total = smoothed(calibration, {});
  total += smoothed(calibration, {{120, true}, {0, false}, {220, true}});
  std::printf("%.2f\n", total);
}
