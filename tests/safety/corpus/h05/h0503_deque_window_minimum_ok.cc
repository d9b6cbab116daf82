// The front is taken off only if it is the sample that leaves.
// oracle: clean

#include <deque>
#include <iostream>
#include <vector>

class WindowMinimum {
 public:
  explicit WindowMinimum(std::size_t width) : width_(width) {}

  int add(int value) {
    while (!kept_.empty() && kept_.back().value > value) kept_.pop_back();
    if (!kept_.empty() && kept_.front().index + width_ <= count_) kept_.pop_front();
    kept_.push_back({count_++, value});
    return kept_.front().value;
  }

 private:
  struct Sample {
    std::size_t index;
    int value;
  };

  std::size_t width_;
  std::size_t count_ = 0;
  std::deque<Sample> kept_;
};

int main() {
  WindowMinimum minimum(3);
  const std::vector<int> samples = {5, 7, 6, 8, 2, 9, 4};
  int sum = 0;
  for (int sample : samples) sum += minimum.add(sample);
  std::cout << sum << '\n';
}
