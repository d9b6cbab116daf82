// The end is asked for.
// oracle: clean
#include <cstdio>
#include <map>
#include <string>

class RateTable {
 public:
  void add(int from, double rate) { rates_[from] = rate; }
  double rate_above(int amount) const {
    auto it = rates_.upper_bound(amount);
    if (it == rates_.end()) return 0.0;
    return it->second;
  }

 private:
  std::map<int, double> rates_;
};

int main() {
  RateTable table;
  table.add(100, 0.1);
  table.add(1000, 0.2);
  std::printf("%f\n", table.rate_above(50));
  std::printf("%f\n", table.rate_above(5000));
  return 0;
}
