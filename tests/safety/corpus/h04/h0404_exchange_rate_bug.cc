// find() gives end() for a currency without a rate, and its rate is read.
// oracle: debug

#include <cstdio>
#include <map>
#include <string>

class RateTable {
 public:
  void set(const std::string& currency, double rate) { rates_[currency] = rate; }

  double to_euro(double amount, const std::string& currency) const {
    if (currency == "EUR") return amount;
    auto rate = rates_.find(currency);
    return amount / rate->second;  // expect: H0404
  }

 private:
  std::map<std::string, double> rates_;
};

struct Position {
  std::string currency;
  double amount;
};

int main() {
  RateTable table;
  table.set("USD", 1.25);
  table.set("GBP", 0.8);
  const Position positions[] = {{"USD", 100}, {"EUR", 20}, {"NOK", 500}};
  double total = 0;
  for (const auto& position : positions) total += table.to_euro(position.amount, position.currency);
  std::printf("%.2f EUR\n", total);
}
