// The map is kept.
// oracle: clean

#include <cstdio>
#include <string>
#include <unordered_map>

class Inventory {
 public:
  void receive(const std::string& item, int count) { stock_[item] += count; }

  std::unordered_map<std::string, int> shortages(int minimum) const {
    std::unordered_map<std::string, int> result;
    for (const auto& [item, count] : stock_) {
      if (count < minimum) result.emplace(item, minimum - count);
    }
    return result;
  }

 private:
  std::unordered_map<std::string, int> stock_;
};

int to_order(const Inventory& inventory, const std::string& item) {
  const auto shortages = inventory.shortages(10);
  const auto missing = shortages.find(item);
  if (missing == shortages.end()) return 0;
  return missing->second + missing->second / 2;
}

int main() {
  Inventory inventory;
  inventory.receive("screws", 4);
  inventory.receive("nails", 400);
  inventory.receive("screws", 2);
  std::printf("%d\n", to_order(inventory, "screws"));
}
