// A search that ends at the first element has an answer of its own.
// oracle: clean

#include <cstdio>
#include <memory>

struct Tier {
  long from;
  int percent;
};

class Discounts {
 public:
  Discounts() : tiers_(new Tier[4]{{100, 2}, {500, 5}, {1000, 8}, {5000, 12}}) {}

  int percent(long amount) const {
    int above = 0;
    while (above < count && tiers_[static_cast<std::size_t>(above)].from <= amount) ++above;
    if (above == 0) return 0;
    return tiers_.get()[above - 1].percent;
  }

 private:
  static constexpr int count = 4;
  std::unique_ptr<Tier[]> tiers_;
};

long price(const Discounts& discounts, long amount) {
  return amount - amount * discounts.percent(amount) / 100;
}

int main() {
  const Discounts discounts;
  long sum = 0;
  for (long amount : {700L, 20000L, 30L}) sum += price(discounts, amount);
  std::printf("%ld\n", sum);
}
