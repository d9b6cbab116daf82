// The scheduled task refers to the by-value name of the function that schedules it.
// oracle: asan

#include <functional>
#include <iostream>
#include <map>
#include <string>

class Scheduler {
 public:
  void at(int time, std::function<void()> task) { tasks_.emplace(time, std::move(task)); }

  void run_until(int time) {
    while (!tasks_.empty() && tasks_.begin()->first <= time) {
      const auto task = std::move(tasks_.begin()->second);
      tasks_.erase(tasks_.begin());
      task();  // expect?: H0205
    }
  }

 private:
  std::multimap<int, std::function<void()>> tasks_;
};

class Reminders {
 public:
  explicit Reminders(Scheduler& scheduler) : scheduler_(scheduler) {}

  void remind(std::string whom, int minutes) {
    if (minutes <= 0) return;
    scheduler_.at(minutes, [this, &whom] {  // expect?: H0205
      ++sent_;
      std::cout << "A reminder for " << whom << '\n';
    });
  }

  int sent() const { return sent_; }

 private:
  Scheduler& scheduler_;
  int sent_ = 0;
};

int main() {
  Scheduler scheduler;
  Reminders reminders(scheduler);
  reminders.remind("the person who waters the plants", 15);
  reminders.remind("nobody", -1);
  scheduler.run_until(60);
  return reminders.sent() == 1 ? 0 : 1;
}
