// Only the found value leaves the function.
// oracle: clean

#include <algorithm>
#include <iostream>
#include <vector>

struct Sample {
  long time;
  double value;
};

class Series {
 public:
  explicit Series(Sample first) : samples_{first} {}

  void record(long time, double value) { samples_.push_back({time, value}); }

  Sample at_or_after(long time) const {
    std::vector<Sample> sorted(samples_);
    std::sort(sorted.begin(), sorted.end(), [](const Sample& a, const Sample& b) { return a.time < b.time; });
    auto found = std::lower_bound(sorted.begin(), sorted.end(), time,
                                  [](const Sample& sample, long wanted) { return sample.time < wanted; });
    if (found == sorted.end()) --found;
    return *found;
  }

 private:
  std::vector<Sample> samples_;
};

int main() {
  Series temperature({30, 21.5});
  temperature.record(10, 19.0);
  temperature.record(20, 20.25);
  const auto sample = temperature.at_or_after(15);
  std::cout << sample.time << ": " << sample.value << '\n';
}
