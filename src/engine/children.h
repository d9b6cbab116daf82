// The processes that run right now.
//
// One thread does it all: children are started with vfork (which shares our memory until exec, so that its
// cost does not grow with ours), their output comes through one pipe each, and `wait` sleeps in ppoll until a pipe has
// bytes, SIGCHLD says that one ended, or SIGINT/SIGTERM says that all must. A child is over when its process is
// reaped; a daemon that it left behind may hold the pipe open and is not waited for.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

#include "base/result.h"
#include "engine/action.h"
#include "engine/disk.h"

namespace hull::engine {

/// How a child ended.
struct Ended {
  unsigned slot = 0;
  int exit_code = 0;
  int signal = 0;
  std::int64_t max_rss_kib = 0;
  std::string output;
};

class Children {
 public:
  /// Takes over SIGCHLD, SIGINT, SIGTERM and SIGHUP until destruction. One at a time per process.
  Children(const Disk& disk, const FileTable& files);
  ~Children();
  Children(const Children&) = delete;
  Children& operator=(const Children&) = delete;

  /// Starts `action` in `slot`. `extra_environment` is added to the action's; `inherited` are descriptors that stay
  /// open in it. Errors: the program cannot be started.
  Result<void> start(unsigned slot, const Action& action, const std::vector<std::string>& extra_environment,
                     const std::vector<int>& inherited);

  /// Children that ended; waits up to `timeout` for the first.
  std::vector<Ended> wait(std::chrono::milliseconds timeout);

  std::size_t running() const { return running_.size(); }
  /// True once a signal asked us to stop.
  bool interrupted() const;
  /// Passes SIGTERM to every child's process group, SIGKILL to what is left after two seconds, and reaps them.
  void stop_all();

 private:
  struct Child {
    unsigned slot;
    pid_t pid;
    int pipe;
    std::string output;
    bool hung_up = false;
  };
  void drain(Child& child, std::size_t limit);

  const Disk& disk_;
  const FileTable& files_;
  int null_;  ///< What children read as their standard input.
  std::vector<Child> running_;
};

}  // namespace hull::engine
