// remove_if_done() may destroy the job, and its name is printed whatever it answers.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Job {
  std::string name;
  int remaining;
};

class Scheduler {
 public:
  Job* add(std::string name, int remaining) {
    jobs_.push_back(std::make_unique<Job>(Job{std::move(name), remaining}));
    return jobs_.back().get();
  }

  int run(Job* job) {
    --job->remaining;
    bool removed = remove_if_done(job);
    log_size_ += job->name.size();  // expect: H0103
    if (!removed) std::printf("%s still runs\n", job->name.c_str());
    return removed ? 1 : 0;
  }

  std::size_t size() const { return jobs_.size(); }

 private:
  bool remove_if_done(const Job* job) {
    if (job->remaining > 0) return false;
    return std::erase_if(jobs_, [job](const auto& owned) { return owned.get() == job; }) > 0;
  }

  std::vector<std::unique_ptr<Job>> jobs_;
  std::size_t log_size_ = 0;
};

int main() {
  Scheduler scheduler;
  Job* sweep = scheduler.add("sweep", 2);
  Job* mop = scheduler.add("mop", 1);
  int done = scheduler.run(sweep);
  done += scheduler.run(mop);
  std::printf("%d done, %zu left\n", done, scheduler.size());
}
