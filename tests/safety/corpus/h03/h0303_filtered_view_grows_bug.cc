// The vector under a filter view grows while the range-for goes over the view.
// oracle: asan

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
    for (Order& order : orders_ | std::views::filter(is_large)) {  // expect?: H0303
      const int rest = order.open - most;
      order.open = most;
      orders_.push_back({++next, rest});  // expect?: H0303
    }
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
