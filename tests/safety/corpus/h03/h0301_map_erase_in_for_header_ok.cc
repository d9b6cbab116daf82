// The header does not advance; each branch of the body does.
// oracle: clean

#include <iostream>
#include <map>
#include <string>

class Cart {
 public:
  void add(const std::string& item, int count) { items_[item] += count; }

  void remove_from_all(int count) {
    for (auto item = items_.begin(); item != items_.end();) {
      item->second -= count;
      if (item->second <= 0) {
        item = items_.erase(item);
      } else {
        ++item;
      }
    }
  }

  int total() const {
    int sum = 0;
    for (const auto& [name, count] : items_) sum += count;
    return sum;
  }

 private:
  std::map<std::string, int> items_;
};

int main() {
  Cart cart;
  cart.add("apples", 5);
  cart.add("bread", 1);
  cart.add("cheese", 2);
  cart.remove_from_all(1);
  std::cout << cart.total() << '\n';
}
