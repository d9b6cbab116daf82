// Handlers copy what they keep.
// oracle: clean
#include <cstdint>
#include <functional>
#include <iostream>
#include <queue>
#include <string>
#include <utility>
#include <vector>

namespace [[hull::safe]] app {
struct Event {
  std::uint64_t at = 0;
  std::string name;
};

class Simulation {
 public:
  using Handler = std::function<void(const Event&)>;

  void schedule(std::uint64_t at, std::string name) { queue_.push(Event{at, std::move(name)}); }
  void subscribe(Handler handler) { handlers_.push_back(std::move(handler)); }
  void run() {
    while (!queue_.empty()) {
      const Event event = queue_.top();
      queue_.pop();
      now_ = event.at;
      for (const Handler& handler : handlers_) {
        if (handler) handler(event);
      }
    }
  }
  std::uint64_t now() const { return now_; }

 private:
  struct Later {
    bool operator()(const Event& a, const Event& b) const { return a.at > b.at; }
  };
  std::priority_queue<Event, std::vector<Event>, Later> queue_;
  std::vector<Handler> handlers_;
  std::uint64_t now_ = 0;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Simulation simulation;
  std::size_t seen = 0;
  std::vector<std::string> names;
  simulation.subscribe([&](const Event& event) { seen += event.name.size(); });
  simulation.subscribe([&](const Event& event) { names.push_back(event.name); });
  simulation.schedule(2, "b");
  simulation.schedule(1, "a");
  simulation.run();
  std::cout << seen << ' ' << names.size() << ' ' << simulation.now() << '\n';
  return 0;
}
