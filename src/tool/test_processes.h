// The test processes that run right now.
//
// Each is the leader of a process group of its own, with its standard output and error in one pipe (so that
// their order is kept) and an optional deadline. Whatever happens (a timeout, Ctrl-C, a test that leaves
// processes behind), no process of the group is alive when its end is reported.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/process.h"
#include "base/result.h"

namespace hull::tool {

class TestProcesses {
 public:
  using Clock = std::chrono::steady_clock;
  using Sink = std::function<void(std::size_t key, std::string_view bytes)>;

  /// How a process ended.
  struct Ended {
    std::size_t key = 0;
    int exit_code = 0;  ///< Meaningful when `signal` is 0.
    int signal = 0;
    bool timed_out = false;       ///< Its deadline passed; it was stopped.
    bool left_processes = false;  ///< Others still held its output when it had ended; they were killed.
    Clock::time_point begin, end;
  };

  /// Takes over SIGINT, SIGTERM and SIGHUP until destruction. One at a time per process.
  TestProcesses();
  ~TestProcesses();
  TestProcesses(const TestProcesses&) = delete;
  TestProcesses& operator=(const TestProcesses&) = delete;

  /// Starts `command` under the name `key`. Without `capture` it writes where hull does. Errors: it cannot be
  /// started.
  Result<void> start(std::size_t key, const Command& command, bool capture, Clock::time_point deadline);

  /// When `key` has to be stopped: SIGTERM to its group, SIGKILL a little later.
  void set_deadline(std::size_t key, Clock::time_point deadline);

  /// Whether `key` runs longer than it may, and was told to end.
  bool timed_out(std::size_t key) const;

  /// Waits up to `timeout` for something to happen; gives output to `sink` and tells what ended.
  std::vector<Ended> wait(std::chrono::milliseconds timeout, const Sink& sink);

  std::size_t running() const { return running_.size(); }
  /// The signal that asked us to stop, or 0. All processes have then been told to end; a second signal kills.
  int interrupted() const;

 private:
  struct Process {
    std::size_t key;
    Child child;
    int pipe;  ///< -1 when closed.
    Clock::time_point begin, end;
    Clock::time_point deadline;  ///< Of the next step: SIGTERM, SIGKILL, or the end of draining.
    enum class Phase { Running, Terminating, Killed, Draining } phase = Phase::Running;
    bool timed_out = false;
  };
  void advance(Process& process, Clock::time_point now);
  static void drain(Process& process, const Sink& sink);
  static Ended close(Process& process);

  std::vector<Process> running_;
  int passed_on_ = 0;  ///< Interrupts already acted upon.
};

}  // namespace hull::tool
