// Running another program to its end.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace hull {

/// A program to run.
struct Command {
  std::vector<std::string> argv;  ///< argv[0] is looked up in PATH when it has no '/'.
  std::string directory = {};     ///< Working directory; empty: ours.
  std::optional<std::vector<std::string>> environment = {};  ///< "NAME=VALUE" lines; unset: ours.
  std::string input = {};                                    ///< Given on standard input.
  std::optional<std::chrono::milliseconds> timeout = {};     ///< Then SIGKILL to its process group.
};

/// How it ended.
struct Finished {
  int exit_code = 0;  ///< Meaningful when `signal` is 0.
  int signal = 0;     ///< The signal that ended it, or 0.
  bool timed_out = false;
  std::string out;
  std::string err;
  bool ok() const { return signal == 0 && exit_code == 0; }
};

/// Runs to the end and captures both streams. What a background process that outlives the program writes
/// after its end is not waited for. Errors: the program cannot be started (not found, not executable); a
/// program that fails is not an error here.
Result<Finished> run(const Command& command);

/// A running program: the leader of a process group of its own.
struct Child {
  int pid = -1;
  int pidfd = -1;  ///< Readable once it has ended; -1 on kernels without pidfd_open (Linux < 5.3).
};

/// Starts `command` (its `timeout` aside) with `output` and `errors` as standard output and error, and
/// returns at once. For callers that drive several programs. Errors as for `run`.
Result<Child> spawn(const Command& command, int output, int errors);

struct Ending {
  int exit_code = 0;  ///< Meaningful when `signal` is 0.
  int signal = 0;
};
/// Waits for the end of `child` and releases it.
Ending reap(const Child& child);

/// Replaces this process (`hull run`). Returns only on error.
Error exec(const Command& command);

/// Opens /dev/null as each of standard input, output and error that our parent closed, so that no file we open takes its
/// place and gets what is printed.
void open_standard_descriptors();

/// Absolute path of `program` as execvp would find it, or nullopt.
std::optional<std::string> find_program(const std::string& program);

/// `argv` as a line that a POSIX shell would read back as the same words.
std::string shell_quoted(const std::vector<std::string>& argv);

}  // namespace hull
