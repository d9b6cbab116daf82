// Releasing the same ticket twice deletes its job twice, since the slot still points to it.
// oracle: asan

#include <array>
#include <cstdio>
#include <string>

struct Job {
  std::string command;
  int priority;
};

class JobPool {
 public:
  JobPool() = default;
  JobPool(const JobPool&) = delete;
  JobPool& operator=(const JobPool&) = delete;

  int submit(std::string command, int priority) {
    for (std::size_t ticket = 0; ticket < slots_.size(); ++ticket) {
      if (slots_[ticket]) continue;
      slots_[ticket] = new Job{std::move(command), priority};
      return static_cast<int>(ticket);
    }
    return -1;
  }

  void release(int ticket) {
    if (ticket < 0 || ticket >= static_cast<int>(slots_.size())) return;
    delete slots_[ticket];  // expect?: H0102
    ++released_;
  }

  int released() const { return released_; }

 private:
  std::array<Job*, 4> slots_{};
  int released_ = 0;
};

int main() {
  JobPool pool;
  int backup = pool.submit("backup", 3);
  int report = pool.submit("report", 1);
  pool.release(backup);
  pool.release(report);
  // The client lost the answer to its first request and asks again.
  pool.release(backup);  // expect?: H0102
  std::printf("%d released\n", pool.released());
}
