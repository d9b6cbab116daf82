#include "engine/children.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/close_range.h>
#include <poll.h>
#include <span>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "engine/sandbox.h"

namespace hull::engine {

namespace {

// Signal handlers can reach nothing but globals; these are written by the handlers alone.
volatile std::sig_atomic_t g_interrupted = 0;
void on_interrupt(int) { g_interrupted = 1; }
void on_child(int) {}

constexpr std::array kTaken = {SIGCHLD, SIGINT, SIGTERM, SIGHUP};
struct SavedSignals {
  struct sigaction actions[kTaken.size()];
  sigset_t mask;
};
SavedSignals g_saved;

constexpr std::size_t kDrainAtOnce = std::size_t{1} << 20;
constexpr std::size_t kMaxOutput = std::size_t{64} << 20;

sigset_t taken_set() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : kTaken) sigaddset(&set, signal);
  return set;
}

/// Leads to the file we were started from, though it was removed or replaced since (proc(5)).
constexpr const char* kOurselves = "/proc/self/exe";

struct Start {
  const char* program;
  char* const* argv;
  char* const* environment;
  int directory;
  int input;
  int output;
  const char* stdout_path;  ///< Null: standard output goes to `output` too.
  std::span<const int> inherited;
};

// The child of vfork: it borrows our memory until it execs, so it makes system calls and nothing else.
[[noreturn]] void become(const Start& start, pid_t parent, volatile int& code) {
  const auto check = [&](bool good) {
    if (good) return;
    code = errno;
    ::_exit(127);
  };
  // A group of its own: Ctrl-C reaches us alone, and stopping a child reaches what it started.
  ::setpgid(0, 0);
  // When we are killed it goes too, else it would still be writing while the next build runs.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(127);
  check(::fchdir(start.directory) == 0);
  check(::dup2(start.input, 0) == 0);
  if (start.stdout_path == nullptr) {
    check(::dup2(start.output, 1) == 1);
  } else {
    const int file = ::open(start.stdout_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    check(file >= 0 && ::dup2(file, 1) == 1);
  }
  check(::dup2(start.output, 2) == 2);
  // What we inherited ourselves (Linux 5.11) is none of its business, but for what it is to have.
  ::syscall(SYS_close_range, 3u, ~0u, CLOSE_RANGE_CLOEXEC);
  for (const int descriptor : start.inherited) ::fcntl(descriptor, F_SETFD, 0);
  // Handlers are ours alone since the vfork copied the table; ignored signals would stay ignored.
  struct sigaction ordinary{};
  ordinary.sa_handler = SIG_DFL;
  for (const int signal : kTaken) ::sigaction(signal, &ordinary, nullptr);
  ::sigaction(SIGPIPE, &ordinary, nullptr);
  ::sigprocmask(SIG_SETMASK, &g_saved.mask, nullptr);
  ::execve(start.program, start.argv, start.environment);
  check(false);
  __builtin_unreachable();
}

// posix_spawn by hand, because that cannot set the parent death signal. `code` is the errno of what failed.
[[gnu::noinline]] pid_t start_process(const Start& start, int& code) {
  volatile int child_code = 0;
  const pid_t parent = ::getpid();
  const pid_t pid = ::vfork();
  if (pid == 0) become(start, parent, child_code);
  code = pid < 0 ? errno : child_code;
  return pid;
}

}  // namespace

Children::Children(const Disk& disk, const FileTable& files)
    : disk_(disk), files_(files), null_(::open("/dev/null", O_RDONLY | O_CLOEXEC)) {
  g_interrupted = 0;
  const sigset_t taken = taken_set();
  // Blocked but while we sleep in ppoll: so a signal cannot fall between a check and the sleep.
  ::pthread_sigmask(SIG_BLOCK, &taken, &g_saved.mask);
  for (std::size_t i = 0; i < kTaken.size(); ++i) {
    struct sigaction action{};
    action.sa_handler = kTaken[i] == SIGCHLD ? on_child : on_interrupt;
    ::sigaction(kTaken[i], &action, &g_saved.actions[i]);
    // What nohup or a shell's background job ignores stays ignored.
    if (kTaken[i] != SIGCHLD && g_saved.actions[i].sa_handler == SIG_IGN) {
      ::sigaction(kTaken[i], &g_saved.actions[i], nullptr);
    }
  }
}

Children::~Children() {
  stop_all();
  if (null_ >= 0) ::close(null_);
  for (std::size_t i = 0; i < kTaken.size(); ++i) ::sigaction(kTaken[i], &g_saved.actions[i], nullptr);
  ::pthread_sigmask(SIG_SETMASK, &g_saved.mask, nullptr);
}

bool Children::interrupted() const { return g_interrupted != 0; }

Result<void> Children::start(unsigned slot, const Action& action, const std::vector<std::string>& extra_environment,
                             const std::vector<int>& inherited) {
  std::vector<char*> argv;
  const std::size_t shared = action.common ? action.common->words.size() : 0;
  argv.reserve(shared + action.words.size() + 1);
  // posix_spawn takes char* for historical reasons and does not write.
  if (action.common) {
    for (const std::string& word : action.common->words) argv.push_back(const_cast<char*>(word.c_str()));
  }
  for (const std::string& word : action.words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  std::vector<char*> environment;
  if (action.environment) {
    for (const std::string& line : action.environment->words) {
      // What we add stands for what the action had.
      const std::string_view name = std::string_view(line).substr(0, line.find('=') + 1);
      const bool replaced = std::any_of(extra_environment.begin(), extra_environment.end(),
                                        [&](const std::string& extra) { return extra.starts_with(name); });
      if (!replaced) environment.push_back(const_cast<char*>(line.c_str()));
    }
  }
  for (const std::string& line : extra_environment) environment.push_back(const_cast<char*>(line.c_str()));
  environment.push_back(nullptr);

  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return fail(os_error("cannot make a pipe", errno));
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);

  if (action.sandbox && why_no_sandbox().empty()) {
    const auto pid = spawn_sandboxed(action, files_, disk_, argv.data(), environment.data(), ends[1], inherited);
    ::close(ends[1]);
    if (!pid) {
      ::close(ends[0]);
      return std::unexpected(pid.error());
    }
    running_.push_back({slot, *pid, ends[0], {}, false});
    return {};
  }

  Start start;
  start.program = action.self ? kOurselves : argv[0];
  start.argv = argv.data();
  start.environment = environment.data();
  start.directory = disk_.descriptor();
  start.input = null_;
  start.output = ends[1];
  start.stdout_path = action.stdout_path.empty() ? nullptr : action.stdout_path.c_str();
  start.inherited = inherited;
  int code = 0;
  const pid_t pid = start_process(start, code);
  ::close(ends[1]);
  if (pid < 0 || code != 0) {
    if (pid > 0) ::waitpid(pid, nullptr, 0);
    ::close(ends[0]);
    return fail(os_error(fmt::format("cannot run {}", printable(start.program)), code));
  }
  running_.push_back({slot, pid, ends[0], {}, false});
  return {};
}

// Takes what is there, at most `limit` bytes: one that prints faster than we read must not keep us from the others.
void Children::drain(Child& child, std::size_t limit) {
  char buffer[16384];
  while (limit > 0) {
    const ssize_t got = ::read(child.pipe, buffer, std::min(limit, sizeof buffer));
    if (got > 0) {
      const auto size = static_cast<std::size_t>(got);
      limit -= size;
      if (child.output.size() < kMaxOutput) {
        child.output.append(buffer, size);
        if (child.output.size() >= kMaxOutput) child.output += "\n[hull: the rest of this output is left out]\n";
      }
    } else if (got < 0 && errno == EINTR) {
      continue;
    } else {
      return;
    }
  }
}

std::vector<Ended> Children::wait(std::chrono::milliseconds timeout) {
  std::vector<Ended> ended;
  const auto reap = [&] {
    for (std::size_t i = 0; i < running_.size();) {
      int status = 0;
      struct rusage usage{};
      const pid_t reaped = ::wait4(running_[i].pid, &status, WNOHANG, &usage);
      if (reaped == 0) {
        ++i;
        continue;
      }
      if (reaped < 0) status = W_EXITCODE(127, 0);  // Reaped by someone else: how it ended is not known.
      // What it had written when it ended fits into the pipe; more would be a daemon's, which may never end.
      int left = 0;
      ::ioctl(running_[i].pipe, FIONREAD, &left);
      Child child = std::move(running_[i]);
      running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(i));
      drain(child, static_cast<std::size_t>(std::max(left, 0)));
      ::close(child.pipe);
      ended.push_back({child.slot, WIFEXITED(status) ? WEXITSTATUS(status) : 0,
                       WIFSIGNALED(status) ? WTERMSIG(status) : 0, usage.ru_maxrss, std::move(child.output)});
    }
  };
  const auto until = std::chrono::steady_clock::now() + timeout;
  sigset_t unblocked = g_saved.mask;
  for (const int signal : kTaken) sigdelset(&unblocked, signal);
  std::vector<pollfd> polled;
  for (;;) {
    reap();
    if (!ended.empty() || interrupted() || running_.empty()) return ended;
    const auto left = until - std::chrono::steady_clock::now();
    if (left <= left.zero()) return ended;
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(left).count();
    const timespec limit{nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000};
    polled.clear();
    // A pipe whose last writer is gone would wake every ppoll (which skips negative descriptors); the end of its
    // process is told by SIGCHLD.
    for (const Child& child : running_) polled.push_back({child.hung_up ? -1 : child.pipe, POLLIN, 0});
    const int ready = ::ppoll(polled.data(), polled.size(), &limit, &unblocked);
    if (ready <= 0) continue;
    for (std::size_t i = 0; i < polled.size(); ++i) {
      if (polled[i].revents & POLLIN) {
        drain(running_[i], kDrainAtOnce);
      } else if (polled[i].revents != 0) {
        running_[i].hung_up = true;
      }
    }
  }
}

void Children::stop_all() {
  if (running_.empty()) return;
  for (const Child& child : running_) ::kill(-child.pid, SIGTERM);
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(2);
  const timespec pause{0, 5'000'000};
  bool killed = false;
  while (!running_.empty()) {
    for (std::size_t i = 0; i < running_.size();) {
      drain(running_[i], kDrainAtOnce);
      if (::waitpid(running_[i].pid, nullptr, WNOHANG) == 0) {
        ++i;
        continue;
      }
      // What it started and left in its group goes too.
      ::kill(-running_[i].pid, SIGKILL);
      ::close(running_[i].pipe);
      running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (!killed && std::chrono::steady_clock::now() > until) {
      for (const Child& child : running_) ::kill(-child.pid, SIGKILL);
      killed = true;
    }
    if (!running_.empty()) ::nanosleep(&pause, nullptr);
  }
}

}  // namespace hull::engine
