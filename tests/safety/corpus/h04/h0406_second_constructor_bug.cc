// The constructor from a range does not set the step, and the other one does.
// oracle: msan

#include <cstdio>

struct Range {
  int first;
  int last;
};

class Stepper {
 public:
  Stepper(int first, int last, int step) : first_(first), last_(last), step_(step) {}
  explicit Stepper(const Range& range) : first_(range.first), last_(range.last) {}

  int count() const {
    if (last_ < first_) return 0;
    return distance() / step_ + 1;  // expect: H0406
  }

  int at(int index) const { return first_ + index * step_; }

 private:
  int distance() const { return last_ - first_; }

  int first_;
  int last_;
  int step_;
};

int sum(const Stepper& stepper) {
  int sum = 0;
  int count = stepper.count();
  for (int i = 0; i < count; ++i) sum += stepper.at(i);
  return sum;
}

int main() {
  int total = sum(Stepper(0, 10, 5));
  total += sum(Stepper(Range{1, 3}));
  std::printf("%d\n", total);
}
