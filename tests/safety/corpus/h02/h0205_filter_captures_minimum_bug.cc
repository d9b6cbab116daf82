// The lazy range is returned with a closure that refers to the parameter.
// oracle: asan

#include <cstdio>
#include <ranges>
#include <vector>

struct Trade {
  long time;
  double price;
  int size;
};

class Tape {
 public:
  void print(long time, double price, int size) { trades_.push_back({time, price, size}); }

  auto blocks(int minimum, long since) const {
    const auto recent = [since](const Trade& trade) { return trade.time >= since; };
    return trades_ | std::views::filter(recent) |  // expect?: H0205
           std::views::filter(
               [&minimum](const Trade& trade) { return trade.size >= minimum; });  // expect?: H0205
  }

 private:
  std::vector<Trade> trades_;
};

int main() {
  Tape tape;
  tape.print(1, 10.5, 100);
  tape.print(2, 10.4, 9000);
  tape.print(3, 10.6, 12000);
  tape.print(4, 10.6, 3);

  double turnover = 0;
  auto blocks = tape.blocks(5000, 2);
  for (const Trade& trade : blocks) turnover += trade.price * trade.size;  // expect?: H0205
  std::printf("%.1f\n", turnover);
}
