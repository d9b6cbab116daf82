// take() moves the events out, and what was referred to ends with the batch that took them.
// oracle: asan

#include <cstdio>
#include <string>
#include <vector>

struct Event {
  std::string name;
  int severity;
};

class Log {
 public:
  void note(std::string name, int severity) { events_.push_back({std::move(name), severity}); }
  const Event& worst() const {
    const Event* worst = &events_.front();
    for (const Event& event : events_) {
      if (event.severity > worst->severity) worst = &event;
    }
    return *worst;
  }
  std::vector<Event> take() { return std::move(events_); }

 private:
  std::vector<Event> events_;
};

std::size_t count(std::vector<Event> events) { return events.size(); }

int main() {
  Log log;
  log.note("the disk of the build machine is full", 7);
  log.note("the cache was trimmed to half of its size", 2);
  const Event& worst = log.worst();
  const std::size_t all = count(log.take());
  std::printf("%s of %zu\n", worst.name.c_str(), all);  // expect: H0302
}
