// run() keeps the finished task in a list, so the pointer stays good.
// oracle: clean

#include <cstdio>
#include <memory>
#include <vector>

struct Task {
  int input;
  int result = 0;
  bool done = false;
};

class Executor {
 public:
  void run(std::unique_ptr<Task> task) {
    for (int i = 1; i <= task->input; ++i) task->result += i;
    task->done = true;
    ++executed_;
    finished_.push_back(std::move(task));
  }

  int executed() const { return executed_; }

 private:
  std::vector<std::unique_ptr<Task>> finished_;
  int executed_ = 0;
};

int compute(Executor& executor, int input) {
  auto task = std::make_unique<Task>();
  task->input = input;
  Task* handle = task.get();
  executor.run(std::move(task));
  return handle->result;
}

int main() {
  Executor executor;
  int total = 0;
  for (int input : {3, 10}) total += compute(executor, input);
  std::printf("%d in %d tasks\n", total, executor.executed());
}
