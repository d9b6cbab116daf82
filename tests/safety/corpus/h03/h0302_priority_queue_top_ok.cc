// The top is copied before pop().
// oracle: clean

#include <cstdio>
#include <queue>
#include <string>

struct Event {
  long time;
  std::string name;
  bool operator<(const Event& other) const { return time > other.time; }
};

class Simulation {
 public:
  void schedule(long time, std::string name) { events_.push({time, std::move(name)}); }

  int run(long until) {
    int handled = 0;
    while (!events_.empty() && events_.top().time <= until) {
      const Event event = events_.top();
      events_.pop();
      now_ = event.time;
      handle(event.name);
      ++handled;
    }
    return handled;
  }

 private:
  void handle(const std::string& name) {
    log_ += name;
    if (log_.size() < 200) schedule(now_ + 10, name + " again");
  }

  std::priority_queue<Event> events_;
  std::string log_;
  long now_ = 0;
};

int main() {
  Simulation simulation;
  simulation.schedule(5, "the lift arrives at the ground floor");
  simulation.schedule(3, "somebody presses the button");
  std::printf("%d\n", simulation.run(1000));
}
