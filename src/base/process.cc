#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"

namespace hull {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> list;
  list.reserve(words.size() + 1);
  for (const std::string& word : words) list.push_back(const_cast<char*>(word.c_str()));
  list.push_back(nullptr);
  return list;
}

Error start_error(const Command& command, int code) {
  Error error = os_error("cannot run " + printable(command.argv.front()), code);
  if (code == ENOENT && !command.directory.empty() && !fs::is_directory(command.directory))
    return std::move(error).with_help("the directory " + printable(command.directory) + " does not exist");
  if (code == ENOENT && command.argv.front().find('/') == std::string::npos)
    return std::move(error).with_help("is `" + printable(command.argv.front()) + "` installed and on PATH?");
  return error;
}

/// A program reads its input from a file in memory: unlike a pipe, that needs no feeding, and a program
/// that stops reading early gives no SIGPIPE.
Result<int> input_file(const std::string& input) {
  if (input.empty()) {
    const int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (null < 0) return fail(os_error("cannot open /dev/null", errno));
    return null;
  }
  const int file = memfd_create("input", MFD_CLOEXEC);
  if (file < 0) return fail(os_error("cannot create a file in memory", errno));
  for (std::size_t written = 0; written < input.size();) {
    const ssize_t count = ::write(file, input.data() + written, input.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int code = errno;
      close(file);
      return fail(os_error("cannot write a file in memory", code));
    }
    written += static_cast<std::size_t>(count);
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

/// The reading side of a pipe, gathered into a text.
struct Stream {
  int fd = -1;
  std::string* text = nullptr;

  /// Reads what is there; closes at the end of the stream.
  void drain() {
    std::array<char, 64 * 1024> buffer;
    while (fd >= 0) {
      const ssize_t count = ::read(fd, buffer.data(), buffer.size());
      if (count > 0) {
        text->append(buffer.data(), static_cast<std::size_t>(count));
      } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
        shut();
      } else if (errno == EAGAIN) {
        return;
      }
    }
  }
  void shut() {
    if (fd >= 0) close(std::exchange(fd, -1));
  }
};

Result<std::array<int, 2>> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail(os_error("cannot create a pipe", errno));
  return ends;
}

}  // namespace

Result<Child> spawn(const Command& command, int output, int errors) {
  if (command.argv.empty()) return fail("cannot run an empty command", ErrorKind::Bug);
  HULL_TRY(const int input, input_file(command.input));

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_adddup2(&actions, errors, 2);
  if (!command.directory.empty()) posix_spawn_file_actions_addchdir_np(&actions, command.directory.c_str());

  // What hull blocks or ignores is its own affair: the program starts with the default signals.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

  const std::vector<char*> argv = pointers(command.argv);
  const std::vector<char*> environment =
      command.environment ? pointers(*command.environment) : std::vector<char*>();
  Child child;
  const int code = posix_spawnp(&child.pid, argv[0], &actions, &attributes, argv.data(),
                                command.environment ? environment.data() : environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close(input);
  if (code != 0) return fail(start_error(command, code));
  child.pidfd = static_cast<int>(syscall(SYS_pidfd_open, child.pid, 0));
  return child;
}

Result<Finished> run(const Command& command) {
  HULL_TRY(const auto out, make_pipe());
  const auto err = make_pipe();
  if (!err) {
    close(out[0]);
    close(out[1]);
    return std::unexpected(err.error());
  }
  auto child = spawn(command, out[1], (*err)[1]);
  close(out[1]);
  close((*err)[1]);
  Finished finished;
  Stream streams[] = {{out[0], &finished.out}, {(*err)[0], &finished.err}};
  if (!child) {
    for (Stream& stream : streams) stream.shut();
    return std::unexpected(std::move(child).error());
  }
  for (const Stream& stream : streams) fcntl(stream.fd, F_SETFL, O_NONBLOCK);

  const auto deadline = command.timeout ? Clock::now() + *command.timeout : Clock::time_point::max();
  // The end of the program is the end of the run, even when a daemon it left behind holds the pipes. Kernels
  // without pidfd are asked every few milliseconds.
  for (bool ended = false; !ended;) {
    pollfd polled[] = {{streams[0].fd, POLLIN, 0}, {streams[1].fd, POLLIN, 0}, {child->pidfd, POLLIN, 0}};
    int wait = child->pidfd < 0 ? 5 : -1;
    if (command.timeout && !finished.timed_out) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
      const int limit = static_cast<int>(std::clamp<long long>(left, 0, 1 << 30));
      wait = wait < 0 ? limit : std::min(wait, limit);
    }
    if (poll(polled, std::size(polled), wait) < 0 && errno != EINTR) break;
    siginfo_t info{};
    ended = waitid(P_PID, static_cast<id_t>(child->pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
            info.si_pid != 0;
    for (Stream& stream : streams) stream.drain();
    if (!ended && !finished.timed_out && Clock::now() >= deadline) {
      finished.timed_out = true;
      kill(-child->pid, SIGKILL);
    }
  }
  for (Stream& stream : streams) stream.shut();
  const Ending ending = reap(*child);
  finished.exit_code = ending.exit_code;
  finished.signal = ending.signal;
  return finished;
}

Ending reap(const Child& child) {
  int status = 0;
  while (waitpid(child.pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (child.pidfd >= 0) close(child.pidfd);
  if (WIFSIGNALED(status)) return {.exit_code = 0, .signal = WTERMSIG(status)};
  return {.exit_code = WEXITSTATUS(status), .signal = 0};
}

Error exec(const Command& command) {
  if (command.argv.empty()) return fail("cannot run an empty command", ErrorKind::Bug).error();
  if (!command.directory.empty() && chdir(command.directory.c_str()) != 0)
    return os_error("cannot enter " + printable(command.directory), errno);
  const std::vector<char*> argv = pointers(command.argv);
  if (command.environment) {
    execvpe(argv[0], argv.data(), pointers(*command.environment).data());
  } else {
    execvp(argv[0], argv.data());
  }
  return start_error(command, errno);
}

void open_standard_descriptors() {
  for (const int descriptor : {0, 1, 2}) {
    // The lowest free number is the one that `open` gives.
    if (::fcntl(descriptor, F_GETFD) < 0) ::open("/dev/null", O_RDWR);
  }
}

std::optional<std::string> find_program(const std::string& program) {
  const auto runnable = [](const std::string& path) {
    return fs::is_file(path) && access(path.c_str(), X_OK) == 0;
  };
  const auto absolute = [](const std::string& path) { return path::join(fs::current_directory(), path); };
  if (program.empty()) return std::nullopt;
  if (program.find('/') != std::string::npos)
    return runnable(program) ? std::optional(absolute(program)) : std::nullopt;
  const char* search = std::getenv("PATH");
  for (const std::string_view directory : split(search != nullptr ? search : "/bin:/usr/bin", ':')) {
    // An empty entry is the working directory (execvp(3)).
    const std::string path = path::join(directory.empty() ? "." : directory, program);
    if (runnable(path)) return absolute(path);
  }
  return std::nullopt;
}

std::string shell_quoted(const std::vector<std::string>& argv) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./,:@%^";
  std::string line;
  for (const std::string& word : argv) {
    if (!line.empty()) line += ' ';
    // A first word with '=' would be read as an assignment.
    const bool assignment = line.empty() && word.find('=') != std::string::npos;
    if (!word.empty() && !assignment && word.find_first_not_of(kPlain) == std::string::npos) {
      line += word;
    } else {
      line += '\'' + replace_all(word, "'", "'\\''") + '\'';
    }
  }
  return line;
}

}  // namespace hull
