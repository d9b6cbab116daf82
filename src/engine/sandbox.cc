#include "engine/sandbox.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <linux/close_range.h>
#include <linux/mount.h>
#include <map>
#include <span>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/path.h"

namespace hull::engine {

namespace {

constexpr int kSetupFailed = 125;

// Where the new root is mounted: any directory that exists everywhere and that no action needs.
constexpr const char* kMountPoint = "/proc";

// These run in the child, between fork and exec. They may allocate: the parent has one thread.
struct Failure {
  std::string what;
  int code;
};

void write_text(const char* path, const std::string& text) {
  const int descriptor = ::open(path, O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  // A map that is not accepted shows as a failing mount right after.
  [[maybe_unused]] const ssize_t wrote = ::write(descriptor, text.data(), text.size());
  ::close(descriptor);
}

void enter_namespaces() {
  const uid_t user = ::geteuid();
  const gid_t group = ::getegid();
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC) != 0) throw Failure{"unshare", errno};
  write_text("/proc/self/setgroups", "deny");
  write_text("/proc/self/uid_map", fmt::format("{0} {0} 1", user));
  write_text("/proc/self/gid_map", fmt::format("{0} {0} 1", group));
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) throw Failure{"mount --make-private /", errno};
}

void make_parents(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    ::mkdir(path.substr(0, slash).c_str(), 0755);
  }
}

// Builds the new root below a handle to the old one: both stay reachable until pivot_root.
class NewRoot {
 public:
  NewRoot() {
    old_ = ::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
    // /proc is bound aside first, because the new root covers it.
    proc_ = ::syscall(SYS_open_tree, AT_FDCWD, "/proc", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
    if (::mount("tmpfs", kMountPoint, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755") != 0) throw Failure{"mount tmpfs", errno};
    make_empty("/tmp");
    // Not for everyone to write in: there the kernel refuses O_CREAT on files of others (fs.protected_regular), and
    // `> /dev/null` is that.
    ::mkdir(inside("/dev").c_str(), 0755);
    for (const auto& [name, target] : {std::pair{"/dev/fd", "/proc/self/fd"}, {"/dev/stdin", "/proc/self/fd/0"},
                                       {"/dev/stdout", "/proc/self/fd/1"}, {"/dev/stderr", "/proc/self/fd/2"}}) {
      [[maybe_unused]] const int made = ::symlink(target, inside(name).c_str());
    }
    if (proc_ >= 0) {
      ::mkdir(inside("/proc").c_str(), 0555);
      ::syscall(SYS_move_mount, proc_, "", AT_FDCWD, inside("/proc").c_str(), MOVE_MOUNT_F_EMPTY_PATH);
      ::close(static_cast<int>(proc_));
    }
  }

  // An empty directory for everyone to write in.
  void make_empty(const std::string& path) {
    const std::string target = inside(path);
    make_parents(target);
    ::mkdir(target.c_str(), 01777);
    ::chmod(target.c_str(), 01777);
  }

  // Makes a directory of the host's root visible. A link (/bin -> usr/bin) stays a link.
  void show_system(const std::string& path, bool writable) {
    char link[4096];
    const ssize_t size = ::readlink(path.c_str(), link, sizeof link - 1);
    if (size <= 0) return show(path, writable);
    link[size] = '\0';
    [[maybe_unused]] const int made = ::symlink(link, inside(path).c_str());
  }

  // Makes what `path` leads to visible there. What is missing stays missing.
  void show(const std::string& path, bool writable) {
    struct stat status, there;
    if (::stat(path.c_str(), &status) != 0) return;
    const std::string target = inside(path);
    make_parents(target);
    if (::stat(target.c_str(), &there) != 0) {
      if (S_ISDIR(status.st_mode)) {
        ::mkdir(target.c_str(), 0755);
      } else {
        const int made = ::open(target.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
        if (made >= 0) ::close(made);
      }
    }
    if (::mount(path.c_str(), target.c_str(), nullptr, MS_BIND | MS_REC, nullptr) != 0) {
      throw Failure{"bind " + path, errno};
    }
    if (writable) return;
    // Linux 5.12 sets one flag and leaves the others alone. Before, flags of the file system underneath (nosuid, nodev) are
    // locked in a user namespace and must be repeated; where that is still refused the bind stays
    // writable, which loses protection but not correctness.
    mount_attr read_only{};
    read_only.attr_set = MOUNT_ATTR_RDONLY;
    if (::syscall(SYS_mount_setattr, AT_FDCWD, target.c_str(), AT_RECURSIVE, &read_only, sizeof read_only) != 0) {
      ::mount(nullptr, target.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV, nullptr);
    }
  }

  void enter(const std::string& directory) {
    if (::chdir(kMountPoint) != 0 || ::syscall(SYS_pivot_root, ".", ".") != 0) throw Failure{"pivot_root", errno};
    if (::umount2(".", MNT_DETACH) != 0) throw Failure{"umount", errno};
    make_parents(directory + "/");
    if (::chdir(directory.c_str()) != 0) throw Failure{"chdir " + directory, errno};
  }

 private:
  static std::string inside(const std::string& path) { return kMountPoint + path; }
  int old_;
  long proc_;
};

// What the action may see besides the system, and whether it may write there.
std::map<std::string, bool> visible_paths(const Action& action, const FileTable& files, const Disk& disk) {
  std::map<std::string, bool> visible;
  const auto see = [&](std::string_view path) { visible.try_emplace(path::normal(disk.absolute(path)), false); };
  for (const FileId file : action.inputs) see(files.path(file));
  for (const std::string& path : action.sandbox->readable) see(path);
  if (!action.response_path.empty()) see(action.response_path);
  const auto write = [&](std::string_view path) {
    visible[path::normal(path::directory(disk.absolute(path)))] = true;
  };
  for (const FileId file : action.outputs) write(files.path(file));
  if (!action.depfile.empty()) write(action.depfile);
  return visible;
}

// The TMPDIR of the environment, or "" when it is none that we would have to make.
std::string temporary_directory(char* const environment[]) {
  for (; *environment != nullptr; ++environment) {
    const std::string_view line = *environment;
    if (line.starts_with("TMPDIR=/")) return path::normal(line.substr(7));
  }
  return {};
}

[[noreturn]] void run_in_child(const Action& action, const FileTable& files, const Disk& disk, char* const argv[],
                               char* const environment[], int output, std::span<const int> inherited, pid_t parent) {
  ::setpgid(0, 0);
  for (const int signal : {SIGCHLD, SIGINT, SIGTERM, SIGHUP, SIGPIPE}) ::signal(signal, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::dup2(output, 1);
  ::dup2(output, 2);
  try {
    enter_namespaces();
    // Descriptors opened before the root changes stay good.
    const int null = ::open("/dev/null", O_RDONLY);
    NewRoot root;
    for (const char* system : {"/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc", "/opt", "/dev/null",
                               "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"}) {
      root.show_system(system, std::string_view(system).starts_with("/dev/"));
    }
    if (const std::string directory = temporary_directory(environment); !directory.empty()) root.make_empty(directory);
    // In the order of the paths, so that what lies inside another is bound over it.
    for (const auto& [path, writable] : visible_paths(action, files, disk)) root.show(path, writable);
    root.enter(disk.root());
    ::dup2(null, 0);
    if (!action.stdout_path.empty()) {
      const int file = ::open(action.stdout_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
      if (file < 0) throw Failure{"write " + action.stdout_path, errno};
      ::dup2(file, 1);
    }
    ::syscall(SYS_close_range, 3u, ~0u, CLOSE_RANGE_CLOEXEC);
    for (const int descriptor : inherited) ::fcntl(descriptor, F_SETFD, 0);
    // Entering namespaces has cleared it. When hull is killed this goes too.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(kSetupFailed);
    ::execve(argv[0], argv, environment);
    throw Failure{fmt::format("run {}", argv[0]), errno};
  } catch (const Failure& failure) {
    const std::string text = fmt::format("hull: sandbox: cannot {}: {}\n", failure.what, std::strerror(failure.code));
    [[maybe_unused]] const ssize_t wrote = ::write(2, text.data(), text.size());
    ::_exit(kSetupFailed);
  }
}

}  // namespace

const std::string& why_no_sandbox() {
  static const std::string reason = [] {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return std::string("pipe");
    const pid_t pid = ::fork();
    if (pid == 0) {
      try {
        enter_namespaces();
        NewRoot root;
        root.enter("/");
        ::_exit(0);
      } catch (const Failure& failure) {
        const std::string text = fmt::format("{}: {}", failure.what, std::strerror(failure.code));
        [[maybe_unused]] const ssize_t wrote = ::write(ends[1], text.data(), text.size());
        ::_exit(1);
      }
    }
    ::close(ends[1]);
    std::string text(256, '\0');
    const ssize_t got = pid < 0 ? -1 : ::read(ends[0], text.data(), text.size());
    ::close(ends[0]);
    int status = 0;
    if (pid < 0 || ::waitpid(pid, &status, 0) != pid) return std::string("fork failed");
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return text;
  }();
  return reason;
}

Result<pid_t> spawn_sandboxed(const Action& action, const FileTable& files, const Disk& disk, char* const argv[],
                              char* const environment[], int output, std::span<const int> inherited) {
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) return fail(os_error("cannot fork", errno));
  if (pid == 0) run_in_child(action, files, disk, argv, environment, output, inherited, parent);
  return pid;
}

}  // namespace hull::engine
