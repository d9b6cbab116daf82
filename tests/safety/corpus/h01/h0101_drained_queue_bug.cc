// The tasks have been moved out of the vector one by one when their labels are summed up.
// oracle: assert

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

struct Task {
  std::string label;
  int cost;
};

class Scheduler {
 public:
  void submit(Task task) { incoming_.push_back(std::move(task)); }

  std::string start_round() {
    running_.clear();
    int budget = 10;
    for (auto& task : incoming_) {
      budget -= task.cost;
      running_.push_back(std::move(task));
    }
    std::string summary = "round:";
    for (const auto& task : incoming_) {
      summary += ' ' + task.label;  // expect: H0101
    }
    incoming_.clear();
    overdrawn_ = budget < 0;
    return summary;
  }

  bool overdrawn() const { return overdrawn_; }

 private:
  std::vector<Task> incoming_;
  std::vector<Task> running_;
  bool overdrawn_ = false;
};

int main() {
  Scheduler scheduler;
  scheduler.submit({"index", 4});
  scheduler.submit({"vacuum", 3});
  assert(scheduler.start_round() == "round: index vacuum");
  assert(!scheduler.overdrawn());
}
