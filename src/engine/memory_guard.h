// Holds actions back while memory is short: parallel links of large programs otherwise end in the kernel's
// out-of-memory killer, which is slower than waiting.
//
// What is available is read at most ten times a second. An action that has just started has not taken yet what it will
// take, so what young ones are expected to need is counted against it, until they end or are old enough to
// show in the reading.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace hull::engine {

class MemoryGuard {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// `proc` and `cgroup` are the directories to read ("/proc", "/sys/fs/cgroup"), parameters for tests.
  explicit MemoryGuard(std::string proc = "/proc", std::string cgroup = "/sys/fs/cgroup");

  /// Whether one more action may start that is expected to need `expected_kib` (0: unknown), while others run. True
  /// counts it as started in `slot`.
  bool allows(unsigned slot, std::uint64_t expected_kib, Time now = std::chrono::steady_clock::now());
  /// The action in `slot` ended, or did not start after all.
  void ended(unsigned slot);

 private:
  struct Promise {
    unsigned slot;
    std::uint64_t kib;
    Time since;
  };
  std::uint64_t available_kib() const;

  std::string proc_, cgroup_;
  std::uint64_t total_kib_ = 0;
  std::uint64_t available_ = 0;
  Time read_at_{};
  std::vector<Promise> promises_;
};

}  // namespace hull::engine
