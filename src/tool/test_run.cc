#include "tool/test_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <utility>

#include "base/file_system.h"
#include "tool/test_batches.h"
#include "tool/test_processes.h"

namespace hull::tool {
namespace {

using Clock = TestProcesses::Clock;

bool is_failure(const Attempt& attempt) {
  return attempt.outcome == Outcome::Failed || attempt.outcome == Outcome::TimedOut;
}

class TestRun {
 public:
  TestRun(std::span<const TestProgram> programs, const TestOptions& options, TestObserver& observer,
          const TestList& list)
      : programs_(programs), options_(options), observer_(observer), list_(list), states_(list.cases.size()) {
    progress_.total = list.cases.size();
  }

  TestReport run() {
    const auto begin = Clock::now();
    const unsigned threads = test_threads(options_);
    const bool share = !options_.isolate && options_.capture;
    for (Batch& batch : make_batches(list_, programs_, share ? threads : 0))
      pending_.push_back(std::move(batch));
    const auto sink = [&](std::size_t key, std::string_view bytes) { take_output(key, bytes); };
    for (;;) {
      if (stopping()) pending_.clear();
      while (processes_.running() < threads && !stopping()) {
        const auto next =
            std::ranges::find_if(pending_, [&](const Batch& batch) { return may_start(batch); });
        if (next == pending_.end()) break;
        Batch batch = std::move(*next);
        pending_.erase(next);
        start(std::move(batch));
      }
      if (processes_.running() == 0 && pending_.empty()) break;
      for (const TestProcesses::Ended& ended : processes_.wait(std::chrono::milliseconds(100), sink))
        end(ended);
      observer_.tick(progress_);
    }
    return report(Clock::now() - begin);
  }

 private:
  /// A process that runs a batch.
  struct Running {
    Batch batch = {};
    std::string report_path = {};
    std::unique_ptr<GoogleStream> stream = {};  ///< GoogleTest, with capture.
    Captured output = Captured();               ///< Others, with capture.
    std::vector<bool> told = {};                ///< By place in the batch: passed on when its end was seen.
    std::size_t told_count = 0;                 ///< Of the stream's ended cases.
  };

  /// What is known of a case.
  struct State {
    std::vector<Attempt> attempts = {};
    bool announced = false;
    bool done = false;
  };

  bool stopping() const {
    return processes_.interrupted() != 0 || (options_.fail_fast && progress_.failed != 0);
  }
  double timeout_of(const Batch& batch) const {
    return options_.timeout.value_or(programs_[batch.program].timeout);
  }
  Clock::time_point deadline_of(const Batch& batch) const {
    constexpr double kYear = 365.0 * 24 * 3600;
    const double seconds = timeout_of(batch);
    if (!(seconds > 0) || seconds > kYear) return Clock::time_point::max();
    return Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  }

  /// False while a process of the same program runs that cannot have another beside it.
  bool may_start(const Batch& batch) const {
    return programs_[batch.program].parallel || std::ranges::none_of(running_, [&](const auto& one) {
             return one.second.batch.program == batch.program;
           });
  }

  void start(Batch next) {
    Running running{.batch = std::move(next)};
    const Batch& batch = running.batch;
    const Framework framework = list_.frameworks[batch.program];
    std::vector<const TestCase*> cases;
    for (const std::size_t index : batch.cases) cases.push_back(&list_.cases[index]);
    const std::size_t key = next_key_++;
    running.report_path = fmt::format("{}/{}.json", directory_.path(), key);
    running.told.resize(cases.size());
    if (framework == Framework::GoogleTest && options_.capture)
      running.stream = std::make_unique<GoogleStream>(names_of(batch));
    if (!running.stream) announce(batch.cases.front());
    Command command =
        run_command(programs_[batch.program], framework, cases, running.report_path, options_.environment);
    give_temporary_directory(command, key);
    const auto started = processes_.start(key, command, options_.capture, deadline_of(batch));
    if (started) {
      running_.emplace(key, std::move(running));
    } else {
      for (const std::size_t index : batch.cases)
        conclude(index, {.outcome = Outcome::Failed, .reason = started.error().message});
    }
  }

  // Programs name files by their test (testing::TempDir() + "db"), and processes of one program run side by side: each
  // gets a directory of its own, by the names that GoogleTest reads. What the user or the manifest set stays.
  void give_temporary_directory(Command& command, std::size_t key) {
    if (!command.environment) return;
    const std::string directory = fmt::format("{}/{}.tmp", directory_.path(), key);
    if (!fs::make_directories(directory)) return;
    for (const std::string_view name : {"TEST_TMPDIR=", "TMPDIR="}) {
      const bool set = std::ranges::any_of(*command.environment,
                                           [&](const std::string& line) { return line.starts_with(name); });
      if (!set) command.environment->push_back(std::string(name) + directory);
    }
  }

  std::vector<std::string> names_of(const Batch& batch) const {
    std::vector<std::string> names;
    for (const std::size_t index : batch.cases) names.push_back(list_.cases[index].name);
    return names;
  }

  void announce(std::size_t index) {
    if (std::exchange(states_[index].announced, true)) return;
    observer_.started(programs_[list_.cases[index].program], list_.cases[index], progress_);
  }

  void take_output(std::size_t key, std::string_view bytes) {
    Running& running = running_.at(key);
    if (!running.stream) return running.output.append(bytes);
    if (processes_.timed_out(key)) running.stream->stop();
    if (!running.stream->feed(bytes, Clock::now())) return;
    // The clock of the case that runs now starts here.
    processes_.set_deadline(key, deadline_of(running.batch));
    if (const auto current = running.stream->running()) announce(running.batch.cases[*current]);
    tell_ended(running);
  }

  /// Tells of the cases of a shared process that have ended; what comes of the process is seen in `end`. A
  /// process with one case is judged as a whole.
  void tell_ended(Running& running) {
    if (running.batch.cases.size() == 1) return;
    const std::vector<std::size_t>& ended = running.stream->ended();
    while (running.told_count < ended.size()) {
      const std::size_t i = ended[running.told_count++];
      const GoogleStream::Seen& seen = running.stream->seen()[i];
      const Outcome outcome = seen.state == GoogleStream::State::Passed    ? Outcome::Passed
                              : seen.state == GoogleStream::State::Skipped ? Outcome::Skipped
                                                                           : Outcome::Failed;
      running.told[i] = true;
      announce(running.batch.cases[i]);
      conclude(running.batch.cases[i],
               {.outcome = outcome, .duration = seen.duration, .output = seen.output.text()});
    }
  }

  void end(const TestProcesses::Ended& ended) {
    const auto node = running_.extract(ended.key);
    Running& running = node.mapped();
    const Batch& batch = running.batch;
    if (running.stream) {
      running.stream->finish(Clock::now());
      tell_ended(running);
    }
    Verdict verdict = judge({.framework = list_.frameworks[batch.program],
                             .names = names_of(batch),
                             .exit_code = ended.exit_code,
                             .signal = ended.signal,
                             .timed_out = ended.timed_out,
                             .left_processes = ended.left_processes,
                             .duration = ended.end - ended.begin,
                             .timeout = timeout_of(batch),
                             .stream = running.stream.get(),
                             .report = fs::read(running.report_path).value_or(""),
                             .output = running.output.text()});
    bool any_ran = false;
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < batch.cases.size(); ++i) {
      std::optional<Attempt>& attempt = verdict.attempts[i];
      any_ran |= attempt.has_value();
      if (!attempt) {
        left.push_back(batch.cases[i]);
      } else if (batch.blame) {
        settle_blame(batch, std::move(*attempt));
      } else if (!running.told[i]) {
        announce(batch.cases[i]);
        conclude(batch.cases[i], std::move(*attempt));
      } else if (is_failure(*attempt)) {
        // Its own report says otherwise than a line that looked like GoogleTest's.
        correct(batch.cases[i], std::move(*attempt));
      }
    }
    if (verdict.suspicious) {
      begin_blame(running, verdict.reason, ended.timed_out);
    } else if (any_ran) {
      if (!left.empty()) pending_.push_front({.program = batch.program, .cases = std::move(left)});
    } else {
      run_alone(batch.program, left, nullptr);
    }
  }

  void run_alone(std::size_t program, const std::vector<std::size_t>& cases,
                 const std::shared_ptr<Blame>& blame) {
    for (std::size_t i = cases.size(); i-- > 0;)
      pending_.push_front({.program = program, .cases = {cases[i]}, .blame = blame});
  }

  /// A shared process ended badly and no case explains it: each runs alone.
  void begin_blame(const Running& running, const std::string& reason, bool timed_out) {
    if (processes_.interrupted() != 0) return;
    auto blame =
        std::make_shared<Blame>(Blame{.program = running.batch.program,
                                      .reason = reason,
                                      .output = running.stream ? running.stream->outside().text() : ""});
    std::vector<std::size_t> suspects, unknown;
    for (const std::size_t index : running.batch.cases)
      (states_[index].done ? suspects : unknown).push_back(index);
    run_alone(running.batch.program, unknown, nullptr);
    if (suspects.empty()) return;
    // Something that hangs after the last case would hang again after each.
    if (timed_out) return accuse_exit(*blame, Outcome::TimedOut);
    blame->open = suspects.size();
    run_alone(running.batch.program, suspects, blame);
  }

  void settle_blame(const Batch& batch, Attempt attempt) {
    Blame& blame = *batch.blame;
    if (processes_.interrupted() != 0) return;
    if (is_failure(attempt)) {
      blame.found = true;
      correct(batch.cases.front(), std::move(attempt));
    }
    if (--blame.open == 0 && !blame.found) accuse_exit(blame, Outcome::Failed);
  }

  void accuse_exit(const Blame& blame, Outcome outcome) {
    CaseResult result{.test = {.program = blame.program, .name = std::string(kExitCase)},
                      .last = {.outcome = outcome,
                               .reason = blame.reason + ", after all cases had passed",
                               .output = blame.output}};
    ++progress_.failed;
    observer_.finished(programs_[blame.program], result, progress_);
    exits_.push_back(std::move(result));
  }

  /// A case that was told of as passed has failed after all.
  void correct(std::size_t index, Attempt attempt) {
    State& state = states_[index];
    if (!state.done || is_failure(state.attempts.back())) return;
    state.done = false;
    --progress_.done;
    state.attempts.pop_back();
    conclude(index, std::move(attempt));
  }

  void conclude(std::size_t index, Attempt attempt) {
    State& state = states_[index];
    const TestCase& test = list_.cases[index];
    const bool failure = is_failure(attempt);
    // What our own signal ended has not failed.
    if (failure && processes_.interrupted() != 0) return;
    state.attempts.push_back(std::move(attempt));
    if (failure && state.attempts.size() <= options_.retries) {
      observer_.retrying(programs_[test.program], test, state.attempts.back(),
                         static_cast<unsigned>(state.attempts.size()), options_.retries + 1);
      pending_.push_front({.program = test.program, .cases = {index}});
      return;
    }
    state.done = true;
    ++progress_.done;
    if (failure) ++progress_.failed;
    observer_.finished(programs_[test.program], result_of(index), progress_);
  }

  CaseResult result_of(std::size_t index) const {
    const std::vector<Attempt>& attempts = states_[index].attempts;
    return {.test = list_.cases[index],
            .last = attempts.back(),
            .earlier = {attempts.begin(), attempts.end() - 1}};
  }

  TestReport report(std::chrono::nanoseconds duration) {
    TestReport report{
        .filtered = list_.filtered, .interrupted = processes_.interrupted(), .duration = duration};
    auto next_case = list_.cases.begin();
    auto next_ignored = list_.ignored.begin();
    for (std::size_t program = 0; program < programs_.size(); ++program) {
      for (; next_case != list_.cases.end() && next_case->program == program; ++next_case) {
        const auto index = static_cast<std::size_t>(next_case - list_.cases.begin());
        if (!states_[index].done) ++report.not_run;
        if (states_[index].done) report.cases.push_back(result_of(index));
      }
      for (; next_ignored != list_.ignored.end() && next_ignored->program == program; ++next_ignored)
        report.cases.push_back({.test = *next_ignored,
                                .last = {.outcome = Outcome::Skipped, .reason = "ignored"},
                                .ran = false});
      for (CaseResult& exit : exits_)
        if (exit.test.program == program) report.cases.push_back(std::move(exit));
    }
    for (const CaseResult& result : report.cases) {
      if (result.failed()) {
        ++report.failed;
      } else if (result.last.outcome == Outcome::Skipped) {
        ++report.skipped;
      } else {
        ++report.passed;
        if (result.flaky()) ++report.flaky;
      }
    }
    return report;
  }

  std::span<const TestProgram> programs_;
  const TestOptions& options_;
  TestObserver& observer_;
  const TestList& list_;
  std::vector<State> states_;
  std::vector<CaseResult> exits_;
  TestProgress progress_;
  std::deque<Batch> pending_;
  std::map<std::size_t, Running> running_;
  std::size_t next_key_ = 0;
  fs::TemporaryDirectory directory_;
  TestProcesses processes_;
};

}  // namespace

Result<TestReport> run_tests(std::span<const TestProgram> programs, const TestOptions& options,
                             TestObserver& observer) {
  HULL_TRY(const TestList list, list_tests(programs, options, observer));
  if (list.interrupted != 0) return TestReport{.interrupted = list.interrupted};
  observer.listed(list);
  return TestRun(programs, options, observer, list).run();
}

}  // namespace hull::tool
