// What is to be added is collected first.
// oracle: clean

#include <cstdio>
#include <ranges>
#include <vector>

struct Order {
  int id;
  int open;
};

class Matcher {
 public:
  void add(int id, int quantity) { orders_.push_back({id, quantity}); }

  int split_large(int most) {
    const auto is_large = [most](const Order& order) { return order.open > most; };
    int next = 1000;
    std::vector<Order> rests;
    for (Order& order : orders_ | std::views::filter(is_large)) {
      const int rest = order.open - most;
      order.open = most;
      rests.push_back({++next, rest});
    }
    orders_.insert(orders_.end(), rests.begin(), rests.end());
    return next - 1000;
  }

  std::size_t size() const { return orders_.size(); }

 private:
  std::vector<Order> orders_;
};

int main() {
  Matcher matcher;
  for (int i = 1; i <= 4; ++i) matcher.add(i, i * 40);
  const int split = matcher.split_large(100);
  std::printf("%d split, %zu orders\n", split, matcher.size());
}
