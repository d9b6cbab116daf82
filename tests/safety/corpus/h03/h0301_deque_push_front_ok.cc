// A reference is used, and push_front leaves references to elements alone.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <deque>
#include <string>

struct Task {
  std::string name;
  int priority;
  int delayed = 0;
};

class WorkQueue {
 public:
  void add(std::string name, int priority) { tasks_.push_back({std::move(name), priority}); }

  bool preempt(const std::string& running, std::string urgent) {
    auto found =
        std::find_if(tasks_.begin(), tasks_.end(), [&](const Task& task) { return task.name == running; });
    if (found == tasks_.end()) return false;
    Task& delayed = *found;
    tasks_.push_front({std::move(urgent), found->priority + 1});
    delayed.delayed += 1;
    return delayed.delayed < 3;
  }

  int total_delay() const {
    int total = 0;
    for (const Task& task : tasks_) total += task.delayed;
    return total;
  }

 private:
  std::deque<Task> tasks_;
};

int main() {
  WorkQueue queue;
  queue.add("index", 1);
  queue.add("backup", 2);
  queue.preempt("index", "answer");
  queue.preempt("missing", "nothing");
  std::printf("%d\n", queue.total_delay());
}
