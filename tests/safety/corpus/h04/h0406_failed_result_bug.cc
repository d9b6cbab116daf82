// A failed division returns its result with only the status set, and the caller uses the remainder.
// oracle: msan

#include <cstdio>

enum class Status { ok, by_zero };

struct Quotient {
  Status status;
  long value;
  long remainder;
};

Quotient divide(long dividend, long divisor) {
  Quotient quotient;
  if (divisor == 0) {
    quotient.status = Status::by_zero;
    return quotient;
  }
  quotient.status = Status::ok;
  quotient.value = dividend / divisor;
  quotient.remainder = dividend % divisor;
  return quotient;
}

class Layout {
 public:
  explicit Layout(long columns) : columns_(columns) {}

  long rows(long items) const {
    Quotient full = divide(items, columns_);
    long rows = full.status == Status::ok ? full.value : 0;
    if (full.remainder != 0) ++rows;  // expect: H0406
    return rows;
  }

 private:
  long columns_;
};

int main() {
  long rows = Layout(4).rows(10);
  rows += Layout(0).rows(10);
  std::printf("%ld rows\n", rows);
}
