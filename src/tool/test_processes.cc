#include "tool/test_processes.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <utility>

namespace hull::tool {
namespace {

using Clock = TestProcesses::Clock;
using std::chrono::milliseconds;

/// From SIGTERM to SIGKILL: time to write what a test wants to leave (coverage counters, a log).
constexpr milliseconds kGrace{1000};
/// From the end of a process to that of waiting for others that hold its output.
constexpr milliseconds kDrain{100};

constexpr std::array kTaken = {SIGINT, SIGTERM, SIGHUP};

// A signal handler reaches nothing else.
std::atomic<int> g_count;
std::atomic<int> g_signal;
int g_wake[2] = {-1, -1};
std::array<struct sigaction, kTaken.size()> g_saved;

void on_signal(int signal) {
  const int saved = errno;
  g_signal = signal;
  ++g_count;
  static_cast<void>(::write(g_wake[1], "", 1));
  errno = saved;
}

}  // namespace

TestProcesses::TestProcesses() {
  g_count = 0;
  g_signal = 0;
  if (pipe2(g_wake, O_CLOEXEC | O_NONBLOCK) != 0) g_wake[0] = g_wake[1] = -1;
  struct sigaction action{};
  action.sa_handler = on_signal;
  for (std::size_t i = 0; i < kTaken.size(); ++i) {
    sigaction(kTaken[i], &action, &g_saved[i]);
    // `nohup hull test` asked for SIGHUP to be ignored.
    if (g_saved[i].sa_handler == SIG_IGN) sigaction(kTaken[i], &g_saved[i], nullptr);
  }
}

TestProcesses::~TestProcesses() {
  for (Process& process : running_) {
    kill(-process.child.pid, SIGKILL);
    close(process);
  }
  for (std::size_t i = 0; i < kTaken.size(); ++i) sigaction(kTaken[i], &g_saved[i], nullptr);
  for (int& end : g_wake)
    if (end >= 0) ::close(std::exchange(end, -1));
}

int TestProcesses::interrupted() const { return g_signal; }

Result<void> TestProcesses::start(std::size_t key, const Command& command, bool capture,
                                  Clock::time_point deadline) {
  int ends[2] = {-1, -1};
  if (capture && pipe2(ends, O_CLOEXEC) != 0) return fail(os_error("cannot create a pipe", errno));
  const auto child = spawn(command, capture ? ends[1] : 1, capture ? ends[1] : 2);
  if (ends[1] >= 0) ::close(ends[1]);
  if (!child) {
    if (ends[0] >= 0) ::close(ends[0]);
    return std::unexpected(child.error());
  }
  if (ends[0] >= 0) fcntl(ends[0], F_SETFL, O_NONBLOCK);
  running_.push_back(
      {.key = key, .child = *child, .pipe = ends[0], .begin = Clock::now(), .end = {}, .deadline = deadline});
  return {};
}

void TestProcesses::set_deadline(std::size_t key, Clock::time_point deadline) {
  for (Process& process : running_)
    if (process.key == key && process.phase == Process::Phase::Running) process.deadline = deadline;
}

bool TestProcesses::timed_out(std::size_t key) const {
  return std::ranges::any_of(running_, [&](const Process& process) { return process.key == key && process.timed_out; });
}

std::vector<TestProcesses::Ended> TestProcesses::wait(milliseconds timeout, const Sink& sink) {
  std::vector<pollfd> polled{{g_wake[0], POLLIN, 0}};
  auto wake = Clock::now() + timeout;
  for (const Process& process : running_) {
    polled.push_back({process.pipe, POLLIN, 0});
    if (process.phase != Process::Phase::Draining) polled.push_back({process.child.pidfd, POLLIN, 0});
    wake = std::min(wake, process.deadline);
    // Kernels without pidfd are asked every few milliseconds.
    if (process.child.pidfd < 0) wake = std::min(wake, Clock::now() + milliseconds(5));
  }
  const auto left = std::chrono::ceil<milliseconds>(wake - Clock::now()).count();
  poll(polled.data(), polled.size(), static_cast<int>(std::clamp<long long>(left, 0, 1 << 30)));
  char ignored[64];
  while (g_wake[0] >= 0 && ::read(g_wake[0], ignored, sizeof ignored) > 0) {
  }

  if (const int count = g_count; count != passed_on_) {
    for (Process& process : running_) {
      kill(-process.child.pid, passed_on_ == 0 ? SIGTERM : SIGKILL);
      if (process.phase != Process::Phase::Running) continue;
      process.phase = Process::Phase::Terminating;
      process.deadline = Clock::now() + kGrace;
    }
    passed_on_ = count;
  }

  std::vector<Ended> ended;
  for (std::size_t i = 0; i < running_.size();) {
    Process& process = running_[i];
    if (process.phase != Process::Phase::Draining) {
      siginfo_t info{};
      const bool over =
          waitid(P_PID, static_cast<id_t>(process.child.pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
          info.si_pid != 0;
      if (over) {
        process.phase = Process::Phase::Draining;
        process.end = Clock::now();
        process.deadline = process.end + kDrain;
      }
    }
    drain(process, sink);
    const auto now = Clock::now();
    if (process.phase == Process::Phase::Draining && (process.pipe < 0 || now >= process.deadline)) {
      ended.push_back(close(process));
      running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    if (now >= process.deadline) advance(process, now);
    ++i;
  }
  return ended;
}

void TestProcesses::advance(Process& process, Clock::time_point now) {
  if (process.phase == Process::Phase::Running) {
    process.timed_out = true;
    kill(-process.child.pid, SIGTERM);
    process.phase = Process::Phase::Terminating;
    process.deadline = now + kGrace;
  } else if (process.phase == Process::Phase::Terminating) {
    kill(-process.child.pid, SIGKILL);
    process.phase = Process::Phase::Killed;
    process.deadline = Clock::time_point::max();
  }
}

void TestProcesses::drain(Process& process, const Sink& sink) {
  std::array<char, 64 * 1024> buffer;
  // Not for ever: a process that prints without end must not keep us from the clock and the others.
  for (int rounds = 0; process.pipe >= 0 && rounds < 16; ++rounds) {
    const ssize_t count = ::read(process.pipe, buffer.data(), buffer.size());
    if (count > 0) {
      sink(process.key, {buffer.data(), static_cast<std::size_t>(count)});
    } else if (count < 0 && errno == EINTR) {
      continue;
    } else if (count < 0 && errno == EAGAIN) {
      return;
    } else {
      ::close(std::exchange(process.pipe, -1));
    }
  }
}

TestProcesses::Ended TestProcesses::close(Process& process) {
  Ended ended{.key = process.key,
              .timed_out = process.timed_out,
              .left_processes = process.pipe >= 0,
              .begin = process.begin,
              .end = process.end};
  if (process.pipe >= 0) ::close(std::exchange(process.pipe, -1));
  // Before the leader is reaped: until then no other group can have its number.
  kill(-process.child.pid, SIGKILL);
  const Ending ending = reap(process.child);
  ended.exit_code = ending.exit_code;
  ended.signal = ending.signal;
  return ended;
}

}  // namespace hull::tool
