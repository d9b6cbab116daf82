// The index counts down to one, and the element before it is taken.
// oracle: clean
#include <cstddef>
#include <cstdio>
#include <vector>

struct Candle {
  double open;
  double close;
};

static int last_falling(const std::vector<Candle>& candles) {
  for (std::size_t i = candles.size(); i > 0; --i) {
    if (candles[i - 1].close < candles[i - 1].open) {
      return static_cast<int>(i - 1);
    }
  }
  return -1;
}

int main() {
  std::vector<Candle> candles = {{1.0, 1.5}, {1.5, 1.7}, {1.7, 2.0}};
  std::printf("%d\n", last_falling(candles));
  return 0;
}
