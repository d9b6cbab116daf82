// The oldest job is looked up after the removal.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

struct Job {
  std::string command;
  bool done;
};

class Queue {
 public:
  void add(std::string command, bool done) { jobs_.push_back({std::move(command), done}); }

  std::string settle() {
    const auto gone = std::remove_if(jobs_.begin(), jobs_.end(), [](const Job& job) { return job.done; });
    jobs_.erase(gone, jobs_.end());
    jobs_.shrink_to_fit();
    const Job& newest = jobs_.back();
    return newest.command;
  }

 private:
  std::vector<Job> jobs_;
};

int main() {
  Queue queue;
  queue.add("compile everything that is in this directory", true);
  queue.add("link it with what has been installed", true);
  queue.add("run the tests of the engine, all of them", false);
  std::printf("%s\n", queue.settle().c_str());
}
