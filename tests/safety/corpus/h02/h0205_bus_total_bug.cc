// The handler adds to a local of a function that has returned, because it is never taken off the bus.
// oracle: asan

#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <vector>

class Bus {
 public:
  using Handler = std::function<void(int)>;

  int on(const std::string& topic, Handler handler) {
    handlers_[topic].emplace(++last_id_, std::move(handler));
    return last_id_;
  }

  void off(const std::string& topic, int id) { handlers_[topic].erase(id); }

  void emit(const std::string& topic, int amount) const {
    const auto found = handlers_.find(topic);
    if (found == handlers_.end()) return;
    for (const auto& [id, handler] : found->second) handler(amount);  // expect?: H0205
  }

 private:
  std::map<std::string, std::map<int, Handler>> handlers_;
  int last_id_ = 0;
};

int count_sales(Bus& bus, const std::vector<int>& amounts) {
  int total = 0;
  bus.on("sale", [&total](int amount) {  // expect?: H0205
    total += amount;
  });
  for (int amount : amounts) bus.emit("sale", amount);
  return total;
}

int main() {
  Bus bus;
  std::printf("%d\n", count_sales(bus, {10, 20, 12}));
  bus.emit("sale", 99);  // expect?: H0205
}
