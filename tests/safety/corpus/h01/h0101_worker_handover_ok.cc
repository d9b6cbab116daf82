// The number of the job is read before it is handed to the worker.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Job {
  int number;
  std::string command;
};

class Worker {
 public:
  void enqueue(std::unique_ptr<Job> job) { backlog_.push_back(std::move(job)); }
  std::size_t backlog() const { return backlog_.size(); }

 private:
  std::vector<std::unique_ptr<Job>> backlog_;
};

class Dispatcher {
 public:
  explicit Dispatcher(int workers) : workers_(workers) {}

  void dispatch(std::string command) {
    auto job = std::make_unique<Job>(Job{++last_number_, std::move(command)});
    Worker& worker = least_busy();
    int number = job->number;
    worker.enqueue(std::move(job));
    std::printf("job %d queued, backlog %zu\n", number, worker.backlog());
  }

 private:
  Worker& least_busy() {
    Worker* best = &workers_.front();
    for (auto& worker : workers_) {
      if (worker.backlog() < best->backlog()) best = &worker;
    }
    return *best;
  }

  std::vector<Worker> workers_;
  int last_number_ = 0;
};

int main() {
  Dispatcher dispatcher(2);
  dispatcher.dispatch("rotate logs");
  dispatcher.dispatch("compact segment 9");
}
