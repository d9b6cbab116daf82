// The closure that is returned refers to the parameters of the function that made it.
// oracle: asan

#include <cstdio>
#include <functional>

std::function<long()> make_sequence(long first, long step) {
  long next = first - step;
  if (step == 0) return [] { return 0L; };
  return [&] {  // expect?: H0205
    next += step;
    return next;
  };
}

class Numbering {
 public:
  explicit Numbering(std::function<long()> next) : next_(std::move(next)) {}

  long reserve(int count) {
    long last = 0;
    for (int i = 0; i < count; ++i) last = next_();  // expect?: H0205
    return last;
  }

 private:
  std::function<long()> next_;
};

int main() {
  Numbering invoices(make_sequence(1000, 10));
  std::printf("%ld\n", invoices.reserve(3));  // expect?: H0205
}
