// An iterator into a deque is used after push_front, which invalidates iterators.
// oracle: debug

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
    tasks_.push_front({std::move(urgent), found->priority + 1});
    found->delayed += 1;        // expect?: H0301
    return found->delayed < 3;  // expect?: H0301
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
