// A handler keeps a pointer to the event that it is given, and the event ends.
// oracle: asan
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
  const Event* last = nullptr;
  bus.subscribe([&](const Event& event) { last = &event; });  // expect: H0909
  bus.send("an event with a name that is long enough to be on the heap");
  if (last != nullptr) std::cout << last->name << '\n';
}
