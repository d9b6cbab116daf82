// The window is made when it is used.
// oracle: clean
#include <iostream>
#include <span>
#include <vector>

namespace [[hull::safe]] app {
class Samples {
 public:
  void add(double value) { values_.push_back(value); }
  void focus(std::size_t from, std::size_t count) { from_ = from; count_ = count; }
  double mean() const {
    const std::span<const double> window = std::span<const double>(values_).subspan(from_, count_);
    double sum = 0;
    for (const double value : window) sum += value;
    return window.empty() ? 0 : sum / static_cast<double>(window.size());
  }
 private:
  std::vector<double> values_;
  std::size_t from_ = 0, count_ = 0;
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
