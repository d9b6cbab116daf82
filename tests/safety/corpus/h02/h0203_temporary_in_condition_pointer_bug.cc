// The pointer in the condition comes from a temporary lookup result that ends before the block.
// oracle: asan

#include <cstdio>
#include <map>
#include <optional>
#include <string>

struct Price {
  double amount;
  std::string currency;
};

class Catalog {
 public:
  void set(const std::string& item, double amount, std::string currency) {
    prices_[item] = {amount, std::move(currency)};
  }

  std::optional<Price> price(const std::string& item) const {
    const auto found = prices_.find(item);
    if (found == prices_.end()) return std::nullopt;
    return found->second;
  }

 private:
  std::map<std::string, Price> prices_;
};

const Price* in_euro(const std::optional<Price>& price) {
  if (!price || price->currency != "EUR with value added tax") return nullptr;
  return &*price;
}

double total(const Catalog& catalog, const char* const* items, int count) {
  double sum = 0;
  for (int i = 0; i < count; ++i) {
    if (const Price* price = in_euro(catalog.price(items[i]))) {  // expect?: H0203
      sum += price->amount;                                       // expect?: H0203
    }
  }
  return sum;
}

int main() {
  Catalog catalog;
  catalog.set("kettle", 24.5, "EUR with value added tax");
  catalog.set("teapot", 18, "USD");
  const char* const items[] = {"kettle", "teapot", "cup"};
  std::printf("%.2f\n", total(catalog, items, 3));
}
