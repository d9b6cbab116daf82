// find() is called on the map that a call returns by value, and the iterator is used after.
// oracle: asan

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
  const auto missing = inventory.shortages(10).find(item);  // expect?: H0203
  return missing->second + missing->second / 2;             // expect?: H0203
}

int main() {
  Inventory inventory;
  inventory.receive("screws", 4);
  inventory.receive("nails", 400);
  inventory.receive("screws", 2);
  std::printf("%d\n", to_order(inventory, "screws"));
}
