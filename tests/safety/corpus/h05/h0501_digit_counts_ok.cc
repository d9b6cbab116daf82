// Characters that are no digits are passed over.
// oracle: clean

#include <cstdio>
#include <string>

struct Statistics {
  int digits[10] = {};
  int other = 0;

  void count(const std::string& text) {
    for (char c : text) {
      if (c > '9' || c < '0') {
        ++other;
        continue;
      }
      ++digits[c - '0'];
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
