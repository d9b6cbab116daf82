// bind_front keeps a pointer to a job that is local to the function which posts it.
// oracle: asan

#include <cstdio>
#include <functional>
#include <queue>

class Executor {
 public:
  void post(std::function<int()> task) { tasks_.push(std::move(task)); }

  int drain() {
    int sum = 0;
    while (!tasks_.empty()) {
      sum += tasks_.front()();  // expect?: H0205
      tasks_.pop();
    }
    return sum;
  }

 private:
  std::queue<std::function<int()>> tasks_;
};

struct Job {
  int first;
  int last;
  int run() const {
    int sum = 0;
    for (int i = first; i <= last; ++i) sum += i;
    return sum;
  }
};

void schedule(Executor& executor, int size) {
  for (int from = 1; from < 40; from += size) {
    const Job job{from, from + size - 1};
    executor.post(std::bind_front(&Job::run, &job));  // expect?: H0205
  }
}

int main() {
  Executor executor;
  schedule(executor, 13);
  std::printf("%d\n", executor.drain());  // expect?: H0205
}
