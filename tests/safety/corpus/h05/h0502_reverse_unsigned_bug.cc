// An unsigned index is never below zero.
// oracle: asan
#include <cstddef>
#include <cstdio>
#include <vector>

struct Candle {
  double open;
  double close;
};

static int last_falling(const std::vector<Candle>& candles) {
  for (std::size_t i = candles.size() - 1; i >= 0; --i) {
    if (candles[i].close < candles[i].open) {  // expect: H0502
      return static_cast<int>(i);
    }
  }
  return -1;
}

int main() {
  std::vector<Candle> candles = {{1.0, 1.5}, {1.5, 1.7}, {1.7, 2.0}};
  std::printf("%d\n", last_falling(candles));
  return 0;
}
