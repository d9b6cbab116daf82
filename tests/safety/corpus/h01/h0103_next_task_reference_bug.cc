// The task is a reference into what the queue owned.
// oracle: asan

#include <cstdio>
#include <deque>
#include <memory>
#include <string>

struct Task {
  std::string title;
  int priority;
};

class Queue {
 public:
  void add(std::string title, int priority) {
    tasks_.push_back(std::make_unique<Task>(Task{std::move(title), priority}));
  }

  int run_next() {
    if (tasks_.empty()) return 0;
    const Task& task = *tasks_.front();
    tasks_.pop_front();
    std::printf("%s\n", task.title.c_str());  // expect: H0103
    return task.priority;
  }

  // The one that is looked at is not the one that goes.
  int keep_urgent() {
    if (tasks_.size() < 2) return 0;
    const Task& urgent = *tasks_.front();
    tasks_.pop_back();
    return urgent.priority;
  }

  // The last changes its place before the last place goes.
  int drop_first() {
    if (tasks_.empty()) return 0;
    Task* last = tasks_.back().get();
    std::swap(tasks_.front(), tasks_.back());
    tasks_.pop_back();
    return tasks_.empty() ? 0 : last->priority;
  }

 private:
  std::deque<std::unique_ptr<Task>> tasks_;
};

int main() {
  Queue queue;
  for (const int priority : {3, 1, 2}) queue.add("task " + std::to_string(priority), priority);
  int sum = queue.keep_urgent() + queue.drop_first();
  while (const int priority = queue.run_next()) sum += priority;
  std::printf("%d\n", sum);
}
