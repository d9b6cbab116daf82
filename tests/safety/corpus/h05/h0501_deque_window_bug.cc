// After an old sample is dropped there is no sample at the window's size.
// oracle: debug

#include <cstdio>
#include <deque>

class MovingAverage {
 public:
  explicit MovingAverage(std::size_t window) : window_(window) {}

  void add(double value) {
    samples_.push_back(value);
    sum_ += value;
    while (samples_.size() > window_) {
      sum_ -= samples_.front();
      samples_.pop_front();
    }
  }

  double drift() const {
    if (samples_.empty() || samples_.size() < window_) return 0;
    return samples_[window_] - samples_[0];  // expect: H0501
  }

  double average() const { return samples_.empty() ? 0 : sum_ / static_cast<double>(samples_.size()); }

 private:
  std::size_t window_;
  double sum_ = 0;
  std::deque<double> samples_;
};

int main() {
  MovingAverage load(3);
  for (int i = 0; i < 7; ++i) load.add(i * 0.5);
  std::printf("%.2f %.2f\n", load.average(), load.drift());
}
