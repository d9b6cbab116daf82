// The view refers to the entries of a snapshot that ends with the declaration.
// oracle: asan

#include <iostream>
#include <ranges>
#include <vector>

struct Process {
  int pid;
  long memory;
};

class Snapshot {
 public:
  explicit Snapshot(std::vector<Process> processes) : processes_(std::move(processes)) {}
  const std::vector<Process>& processes() const { return processes_; }

 private:
  std::vector<Process> processes_;
};

class Machine {
 public:
  void start(int pid, long memory) { running_.push_back({pid, memory}); }
  Snapshot snapshot() const { return Snapshot(running_); }

 private:
  std::vector<Process> running_;
};

int main() {
  Machine machine;
  machine.start(1, 12);
  machine.start(312, 2048);
  machine.start(977, 4096);

  long limit = 1024;
  const auto is_large = [limit](const Process& process) { return process.memory > limit; };
  auto large = machine.snapshot().processes() | std::views::filter(is_large);  // expect?: H0203
  long sum = 0;
  for (const Process& process : large) sum += process.memory;  // expect?: H0203
  std::cout << sum << '\n';
}
