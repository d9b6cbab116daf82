// A window over samples is made anew only when it is asked for, and the samples have moved by then.
// oracle: asan
#include <iostream>
#include <span>
#include <vector>

namespace [[hull::safe]] app {
class Samples {
 public:
  void add(double value) { values_.push_back(value); }
  void focus(std::size_t from, std::size_t count) { window_ = std::span<const double>(values_).subspan(from, count); }  // expect: H0911
  double mean() const {
    double sum = 0;
    for (const double value : window_) sum += value;
    return window_.empty() ? 0 : sum / static_cast<double>(window_.size());
  }
 private:
  std::vector<double> values_;
  std::span<const double> window_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Samples samples;
  for (int i = 0; i < 4; ++i) samples.add(i);
  samples.focus(0, 4);
  for (int i = 0; i < 40; ++i) samples.add(i);
  std::cout << samples.mean() << '\n';
}
