// The queue drops the tasks that were cancelled before it runs them.
// oracle: clean

#include <cstdio>
#include <functional>
#include <vector>

class TaskQueue {
 public:
  int post(std::function<int()> work) {
    tasks_.push_back({next_id_, std::move(work)});
    return next_id_++;
  }

  bool cancel(int id) {
    for (auto& task : tasks_) {
      if (task.id != id) continue;
      task.work = nullptr;
      return true;
    }
    return false;
  }

  int run() {
    std::erase_if(tasks_, [](const Task& task) { return !task.work; });
    int sum = 0;
    for (auto& task : tasks_) {
      sum += task.work();
    }
    tasks_.clear();
    return sum;
  }

 private:
  struct Task {
    int id;
    std::function<int()> work;
  };
  std::vector<Task> tasks_;
  int next_id_ = 1;
};

int main() {
  TaskQueue queue;
  int factor = 3;
  queue.post([factor] { return factor * 2; });
  int slow = queue.post([] { return 1000; });
  queue.post([] { return 1; });
  queue.cancel(slow);
  std::printf("%d\n", queue.run());
}
