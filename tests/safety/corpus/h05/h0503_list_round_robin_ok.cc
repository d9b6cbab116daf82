// The list is looked at again after the removal.
// oracle: clean

#include <cstdio>
#include <list>

struct Task {
  int id;
  int remaining;
};

class RoundRobin {
 public:
  void add(int id, int work) { tasks_.push_back({id, work}); }

  int run(int slices) {
    int finished = 0;
    while (slices-- > 0 && !tasks_.empty()) {
      if (--tasks_.front().remaining <= 0) {
        tasks_.pop_front();
        ++finished;
        if (tasks_.empty()) break;
      }
      last_ = tasks_.front().id;
      tasks_.splice(tasks_.end(), tasks_, tasks_.begin());
    }
    return finished;
  }

  int last() const { return last_; }

 private:
  std::list<Task> tasks_;
  int last_ = 0;
};

int main() {
  RoundRobin scheduler;
  scheduler.add(1, 2);
  scheduler.add(2, 4);
  int finished = scheduler.run(3);
  finished += scheduler.run(20);
  std::printf("%d finished, %d last\n", finished, scheduler.last());
}
