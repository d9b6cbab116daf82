// The base class leaves its verbosity to the derived classes, and one of them does not set it.
// oracle: msan

#include <cstdio>

class Checker {
 public:
  virtual ~Checker() = default;

  int run(const int* values, int count) {
    int problems = 0;
    for (int i = 0; i < count; ++i) {
      if (accepts(values[i])) continue;
      ++problems;
      report(values[i]);
    }
    return problems;
  }

 protected:
  Checker() {}
  virtual bool accepts(int value) const = 0;

  void report(int value) const {
    if (verbosity_ > 1) std::printf("problem: %d\n", value);  // expect: H0406
  }

  int verbosity_;
};

class RangeChecker : public Checker {
 public:
  explicit RangeChecker(int verbosity) { verbosity_ = verbosity; }

 protected:
  bool accepts(int value) const override { return value >= 0 && value < 100; }
};

class ParityChecker : public Checker {
 public:
  explicit ParityChecker(bool even) : even_(even) {}

 protected:
  bool accepts(int value) const override { return (value % 2 == 0) == even_; }

 private:
  bool even_;
};

int main() {
  const int values[] = {4, 8, 150, 15};
  RangeChecker range(2);
  ParityChecker parity(true);
  int problems = range.run(values, 4);
  problems += parity.run(values, 4);
  std::printf("%d problems\n", problems);
}
