// A character that is no digit gives an index before the counters.
// oracle: ubsan

#include <cstdio>
#include <string>

struct Statistics {
  int digits[10] = {};
  int other = 0;

  void count(const std::string& text) {
    for (char c : text) {
      if (c > '9') {
        ++other;
        continue;
      }
      ++digits[c - '0'];  // expect: H0501
    }
  }

  int most_frequent() const {
    int best = 0;
    for (int digit = 1; digit < 10; ++digit) {
      if (digits[digit] > digits[best]) best = digit;
    }
    return best;
  }
};

int main() {
  Statistics statistics;
  statistics.count("31415926535");
  statistics.count("phone: 555-2368");
  std::printf("%d, %d others\n", statistics.most_frequent(), statistics.other);
}
