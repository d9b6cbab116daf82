// The index points to the copy that the range-for makes of each order.
// oracle: asan

#include <cstdio>
#include <map>
#include <string>
#include <vector>

struct Order {
  int id;
  std::string symbol;
  long quantity;
};

class Book {
 public:
  void add(Order order) { orders_.push_back(std::move(order)); }

  void build_index() {
    by_id_.clear();
    for (const Order order : orders_) {
      if (order.quantity > 0) by_id_.emplace(order.id, &order);  // expect?: H0202
    }
  }

  long quantity(int id) const {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return 0;
    return found->second->quantity;  // expect?: H0202
  }

 private:
  std::vector<Order> orders_;
  std::map<int, const Order*> by_id_;
};

int main() {
  Book book;
  book.add({11, "ACME", 500});
  book.add({12, "INITECH", 0});
  book.add({13, "HOOLI", 20});
  book.build_index();
  std::printf("%ld\n", book.quantity(11) + book.quantity(13));
}
