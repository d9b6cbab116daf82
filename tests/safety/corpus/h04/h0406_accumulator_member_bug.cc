// The constructor sets the count and forgets the sum.
// oracle: msan
#include <cstdio>
#include <cstdlib>

class Mean {
 public:
  Mean() : count_(0) {}
  void add(double value) {
    sum_ += value;  // expect: H0406
    ++count_;
  }
  double value() const { return count_ ? sum_ / count_ : 0; }

 private:
  int count_;
  double sum_;
};

static double mean_of(const double* values, int count) {
  Mean mean;
  for (int i = 0; i < count; ++i) mean.add(values[i]);
  return mean.value();
}

int main() {
  const double values[] = {1.0, 2.0, 6.0};
  if (mean_of(values, 3) > 2.5) std::puts("high");  // expect?: H0406
  return 0;
}
