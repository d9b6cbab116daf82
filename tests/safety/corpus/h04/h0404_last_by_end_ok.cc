// The last sample is the one before end().
// oracle: clean

#include <cstdio>
#include <iterator>
#include <vector>

struct Sample {
  long at;
  double value;
};

class Window {
 public:
  void push(long at, double value) { samples_.push_back({at, value}); }

  double slope() const {
    if (samples_.size() < 2) return 0;
    auto first = samples_.begin();
    auto last = std::prev(samples_.end());
    double rise = last->value - first->value;
    return rise / static_cast<double>(last->at - first->at);
  }

 private:
  std::vector<Sample> samples_;
};

int main() {
  Window window;
  double early = window.slope();
  window.push(0, 1.0);
  window.push(10, 3.0);
  window.push(20, 6.0);
  std::printf("%.2f %.2f\n", early, window.slope());
}
