// The order that comes after is counted only if there is one.
// oracle: clean

#include <cstdio>
#include <vector>

struct Order {
  int id;
  int quantity;
};

class Level {
 public:
  void add(int id, int quantity) { orders_.push_back({id, quantity}); }

  // Removes an order; returns how much the order after it has.
  int cancel(int id) {
    for (auto order = orders_.begin(); order != orders_.end(); ++order) {
      if (order->id != id) continue;
      auto next = orders_.erase(order);
      return next == orders_.end() ? 0 : next->quantity;
    }
    return -1;
  }

  int total() const {
    int sum = 0;
    for (const Order& order : orders_) sum += order.quantity;
    return sum;
  }

 private:
  std::vector<Order> orders_;
};

int main() {
  Level bid;
  bid.add(11, 500);
  bid.add(12, 250);
  bid.add(13, 100);
  int after = bid.cancel(12);
  after += bid.cancel(13);
  std::printf("%d %d\n", after, bid.total());
}
