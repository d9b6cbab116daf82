// `hull test` behind its command line: list the cases of test programs, choose, run, judge.
//
// Cases of a GoogleTest program run in batches, one process each, followed case by case; a process that dies
// names the case that killed it and the others run in a new one. Cases of other frameworks run in a process
// each. docs/design/test-runner.md says why.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "tool/test_program.h"
#include "tool/test_select.h"
#include "tool/test_verdict.h"

namespace hull::tool {

struct TestOptions {
  TestFilter filter;
  unsigned threads = 0;                       ///< Test processes at once; 0: the CPUs we may use.
  std::optional<double> timeout = {};         ///< Seconds per case, 0: none; nullopt: the program's own.
  unsigned retries = 0;                       ///< Further attempts for a case that fails.
  bool fail_fast = true;                      ///< Start nothing more after a failure; what runs ends.
  bool capture = true;                        ///< False: tests write to hull's own output, one at a time.
  bool isolate = false;                       ///< A process per case for GoogleTest, too.
  std::vector<std::string> environment = {};  ///< "NAME=VALUE": what programs get, besides their own.
};

/// The name of a case that stands for a program which ended badly although all its cases passed, together and
/// alone.
inline constexpr std::string_view kExitCase = "(exit)";

/// What became of one case.
struct CaseResult {
  TestCase test = {};
  Attempt last = {};
  std::vector<Attempt> earlier = {};  ///< Failed attempts before the last.
  bool ran = true;                    ///< False for an ignored case, which counts as skipped.
  bool flaky() const { return !earlier.empty() && last.outcome == Outcome::Passed; }
  /// Passed, but ended before processes that it had started.
  bool leaky() const { return last.outcome == Outcome::Passed && last.left_processes; }
  bool failed() const { return last.outcome == Outcome::Failed || last.outcome == Outcome::TimedOut; }
};

struct TestReport {
  std::vector<CaseResult> cases = {};  ///< In the stable order: programs as given, cases as listed.
  std::size_t passed = 0, failed = 0, skipped = 0;
  std::size_t flaky = 0;     ///< Of the passed.
  std::size_t filtered = 0;  ///< Left out by filters and sharding.
  std::size_t not_run =
      0;                ///< Not run, or not to its end: left out after a failure (fail_fast) or an interrupt.
  int interrupted = 0;  ///< The signal that ended the run early, or 0.
  std::chrono::nanoseconds duration{0};
  bool ok() const { return failed == 0 && interrupted == 0; }
};

/// The cases of some programs, chosen by a filter.
struct TestList {
  std::vector<Framework> frameworks;  ///< By program.
  std::vector<TestCase> cases;        ///< To be run, in the stable order.
  std::vector<TestCase> ignored;      ///< Chosen, but ignored.
  std::size_t filtered = 0;
  int interrupted = 0;
};

struct TestProgress {
  std::size_t done = 0, total = 0;  ///< Cases.
  std::size_t failed = 0;
};

/// Told what happens. Called from the thread that called `run_tests`.
class TestObserver {
 public:
  virtual ~TestObserver() = default;
  virtual void listed(const TestList&) {}
  virtual void started(const TestProgram&, const TestCase&, const TestProgress&) {}
  /// Attempt `number` (from 1) of `of` failed; there will be another.
  virtual void retrying(const TestProgram&, const TestCase&, const Attempt&, unsigned /*number*/,
                        unsigned /*of*/) {}
  /// A case that has passed is told of again, as failed, when its process then ends badly and the case, run
  /// alone, is found to be the cause.
  virtual void finished(const TestProgram&, const CaseResult&, const TestProgress&) {}
  virtual void note(std::string_view /*text*/) {}  ///< "the cases of x::y cannot be listed (...)".
  virtual void tick(const TestProgress&) {}        ///< Some ten times a second.
};

/// How many test processes run at once.
unsigned test_threads(const TestOptions& options);

/// Lists the cases of `programs` that `options` choose; runs each program once with its framework's list
/// option.
Result<TestList> list_tests(std::span<const TestProgram> programs, const TestOptions& options,
                            TestObserver& observer);

/// Lists and runs. A failing test is no error of the call. Errors: no temporary directory.
/// SIGINT, SIGTERM and SIGHUP stop all tests, and the report says so.
Result<TestReport> run_tests(std::span<const TestProgram> programs, const TestOptions& options,
                             TestObserver& observer);

}  // namespace hull::tool
