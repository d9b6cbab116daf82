// The member's pointers are to a sorted copy that the function makes and drops.
// oracle: asan

#include <algorithm>
#include <cstdio>
#include <vector>

struct Process {
  int pid;
  long memory;
};

class Top {
 public:
  void sample(int pid, long memory) { processes_.push_back({pid, memory}); }

  void refresh(std::size_t count) {
    std::vector<Process> sorted = processes_;
    std::sort(sorted.begin(), sorted.end(),
              [](const Process& a, const Process& b) { return a.memory > b.memory; });
    shown_.clear();
    for (const Process& process : sorted) {
      if (shown_.size() == count) break;
      shown_.push_back(&process);  // expect?: H0202
    }
  }

  long shown_memory() const {
    long sum = 0;
    for (const Process* process : shown_) sum += process->memory;  // expect?: H0202
    return sum;
  }

 private:
  std::vector<Process> processes_;
  std::vector<const Process*> shown_;
};

int main() {
  Top top;
  for (int pid = 1; pid < 8; ++pid) top.sample(pid, pid * 37 % 11 * 100);
  top.refresh(3);
  std::printf("%ld\n", top.shown_memory());
}
