// What a process that ended says about the cases it was to run.
//
// For GoogleTest the report that it writes at its end is believed first; without one (a crash, a timeout,
// exit() in a test) the output tells which cases ended and which was running. A process that ends badly
// although no case failed (a leak found at exit, a crash in a destructor) is suspicious: then the cases must
// run one by one to find which is to blame. See docs/design/test-runner.md.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tool/google_stream.h"
#include "tool/test_program.h"

namespace hull::tool {

enum class Outcome { Passed, Failed, TimedOut, Skipped };

/// One run of one case.
struct Attempt {
  Outcome outcome = Outcome::Passed;
  std::chrono::nanoseconds duration{0};
  std::string reason = {};  ///< Of a failure, for people: "signal 11 (SIGSEGV)"; "" when the output says it.
  std::string output = {};  ///< What it printed.
  bool left_processes = false;  ///< It ended before processes that it had started.
};

/// A process that ran cases, after its end.
struct RanProcess {
  Framework framework = Framework::None;
  std::vector<std::string> names = {};  ///< Of the cases it was to run.
  int exit_code = 0;
  int signal = 0;
  bool timed_out = false;
  bool left_processes = false;
  std::chrono::nanoseconds duration{0};
  double timeout = 0;                    ///< Seconds, for the message.
  const GoogleStream* stream = nullptr;  ///< GoogleTest, unless output was not captured.
  std::string report = {};               ///< GoogleTest's JSON; "" when there is none.
  std::string output = {};               ///< Of other frameworks.
};

struct Verdict {
  std::vector<std::optional<Attempt>> attempts = {};  ///< As `names`; nullopt for a case that did not run.
  bool suspicious = false;                            ///< It ended badly, and no case explains it.
  std::string reason = {};                            ///< How it ended, when it ended badly.
};

Verdict judge(const RanProcess& process);

/// "signal 11 (SIGSEGV)".
std::string signal_text(int signal);

}  // namespace hull::tool
