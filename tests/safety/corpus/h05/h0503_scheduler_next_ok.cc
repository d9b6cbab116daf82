// The loop ends when the queue is empty.
// oracle: clean
#include <cstdio>
#include <deque>
#include <functional>
#include <string>

struct Task {
  std::string name;
  int cost;
};

class Scheduler {
 public:
  void add(std::string name, int cost) { tasks_.push_back({std::move(name), cost}); }

  int run(int budget) {
    int done = 0;
    while (budget > 0) {
      if (tasks_.empty()) break;
      Task task = tasks_.front();
      tasks_.pop_front();
      budget -= task.cost;
      ++done;
    }
    return done;
  }

 private:
  std::deque<Task> tasks_;
};

int main() {
  Scheduler scheduler;
  scheduler.add("index", 5);
  scheduler.add("backup", 3);
  std::printf("%d\n", scheduler.run(20));
  return 0;
}
