// An empty queue has an answer of its own.
// oracle: clean

#include <functional>
#include <iostream>
#include <queue>
#include <vector>

class Timers {
 public:
  void start(long due) { due_.push(due); }

  long sleep_time(long now) {
    while (!due_.empty() && due_.top() <= now) {
      due_.pop();
      ++fired_;
    }
    if (due_.empty()) return longest_sleep;
    const long wait = due_.top() - now;
    return wait < longest_sleep ? wait : longest_sleep;
  }

  int fired() const { return fired_; }

 private:
  static constexpr long longest_sleep = 1000;
  std::priority_queue<long, std::vector<long>, std::greater<>> due_;
  int fired_ = 0;
};

int main() {
  Timers timers;
  timers.start(30);
  timers.start(10);
  timers.start(45);
  long slept = 0;
  for (long now : {0L, 20L, 50L}) slept += timers.sleep_time(now);
  std::cout << slept << ' ' << timers.fired() << '\n';
}
