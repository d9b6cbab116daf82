// The handler keeps a copy.
// oracle: clean
#include <functional>
#include <iostream>
#include <string>
#include <vector>

namespace [[hull::safe]] app {
struct Event { std::string name; };
class Bus {
 public:
  void subscribe(std::function<void(const Event&)> handler) { handlers_.push_back(std::move(handler)); }
  void send(std::string name) {
    const Event event{std::move(name)};
    for (const auto& handler : handlers_) { if (handler) handler(event); }
  }
 private:
  std::vector<std::function<void(const Event&)>> handlers_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Bus bus;
  std::string last;
  bus.subscribe([&](const Event& event) { last = event.name; });
  bus.send("an event with a name that is long enough to be on the heap");
  std::cout << last << '\n';
}
