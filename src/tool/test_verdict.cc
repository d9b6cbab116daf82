#include "tool/test_verdict.h"

#include <fmt/format.h>

#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "base/text.h"

namespace hull::tool {
namespace {

using nlohmann::json;
using std::chrono::nanoseconds;

constexpr int kSkippedByConvention = 77;  ///< Automake's, Meson's and CTest users' code for "skipped".
constexpr int kCatch3AllSkipped = 4;

/// How the process ended; "" when well.
std::string ending_text(const RanProcess& process) {
  if (process.timed_out) return fmt::format("timed out after {:g}s", process.timeout);
  if (process.signal != 0) return signal_text(process.signal);
  if (process.exit_code != 0) return fmt::format("exit code {}", process.exit_code);
  return "";
}

// ---- GoogleTest

struct Reported {
  Outcome outcome;
  nanoseconds duration;
};

/// The text of `key`; "" when there is none.
std::string text_at(const json& object, const char* key) {
  const auto value = object.find(key);
  return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
}

/// "0.012s"
nanoseconds reported_time(const json& test) {
  const double seconds = std::strtod(text_at(test, "time").c_str(), nullptr);
  return nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
}

/// What ran, by name, as the report tells; nullopt when there is no whole report.
std::optional<std::unordered_map<std::string, Reported>> read_report(std::string_view report) {
  const json document = json::parse(report, nullptr, false);
  if (!document.is_object() || !document.contains("testsuites") || !document["testsuites"].is_array())
    return std::nullopt;
  std::unordered_map<std::string, Reported> ran;
  for (const json& suite : document["testsuites"]) {
    if (!suite.is_object() || !suite.contains("testsuite") || !suite["testsuite"].is_array()) continue;
    const std::string suite_name = text_at(suite, "name");
    for (const json& test : suite["testsuite"]) {
      if (!test.is_object() || text_at(test, "status") != "RUN") continue;
      const bool failed = test.contains("failures") && !test["failures"].empty();
      const bool skipped = text_at(test, "result") == "SKIPPED";
      ran[suite_name + "." + text_at(test, "name")] = {failed    ? Outcome::Failed
                                                       : skipped ? Outcome::Skipped
                                                                 : Outcome::Passed,
                                                       reported_time(test)};
    }
  }
  return ran;
}

Outcome outcome_of(GoogleStream::State state) {
  switch (state) {
    case GoogleStream::State::Passed:
      return Outcome::Passed;
    case GoogleStream::State::Skipped:
      return Outcome::Skipped;
    default:
      return Outcome::Failed;
  }
}

Verdict judge_google(const RanProcess& process) {
  // A process that ended after all when it was told to, because a case took too long: what it then says of that case and of those
  // after it may come of the signal.
  const bool stopped = process.timed_out && process.stream && process.stream->running();
  const auto report = stopped ? std::nullopt : read_report(process.report);
  const std::string ending = ending_text(process);
  const bool alone = process.names.size() == 1;
  Verdict verdict{.attempts = {}, .suspicious = !ending.empty(), .reason = ending};
  bool any_sign = report.has_value();
  for (std::size_t i = 0; i < process.names.size(); ++i) {
    std::optional<Attempt>& attempt = verdict.attempts.emplace_back();
    const GoogleStream::Seen* seen = process.stream ? &process.stream->seen()[i] : nullptr;
    if (seen && seen->state == GoogleStream::State::Waiting) seen = nullptr;
    any_sign |= seen != nullptr;
    const bool cut_off = seen && seen->state == GoogleStream::State::Running;
    const auto said = report ? report->find(process.names[i]) : decltype(report->end())();
    if (report && said != report->end()) {
      const bool measured = seen && !cut_off;
      attempt = Attempt{.outcome = said->second.outcome,
                        .duration = measured ? seen->duration : said->second.duration};
    } else if (cut_off) {
      attempt = Attempt{.outcome = process.timed_out ? Outcome::TimedOut : Outcome::Failed,
                        .duration = std::chrono::steady_clock::now() - seen->begin,
                        .reason = ending.empty() ? "the program ended in the middle of the case" : ending};
    } else if (seen) {
      attempt = Attempt{.outcome = outcome_of(seen->state), .duration = seen->duration};
    }
    if (!attempt) continue;
    if (seen) attempt->output = seen->output.text();
    if (attempt->outcome == Outcome::Failed || attempt->outcome == Outcome::TimedOut)
      verdict.suspicious = false;
  }
  if (!alone) {
    // Hung before the first case: each would hang again for as long.
    if (!any_sign && process.timed_out) {
      for (auto& attempt : verdict.attempts)
        attempt = Attempt{.outcome = Outcome::TimedOut, .reason = ending + ", before the first case"};
      verdict.suspicious = false;
    }
    return verdict;
  }

  // A case alone: how the process ended is its own affair.
  std::optional<Attempt>& attempt = verdict.attempts.front();
  if (!attempt) {
    attempt = Attempt{};
    if (!ending.empty()) {
      attempt->outcome = process.timed_out ? Outcome::TimedOut : Outcome::Failed;
      attempt->reason = ending;
    } else if (report) {
      attempt->outcome = Outcome::Failed;
      attempt->reason = "the program did not run this case";
    }
  } else if (verdict.suspicious) {
    attempt->outcome = process.timed_out ? Outcome::TimedOut : Outcome::Failed;
    attempt->reason = ending + ", after the case had passed";
  }
  verdict.suspicious = false;
  // What explains a bad end was printed before or after the case: a failed set-up, a sanitizer's report.
  if (!attempt->reason.empty()) attempt->output += process.stream ? process.stream->outside().text() : "";
  attempt->duration = process.duration;
  attempt->left_processes = process.left_processes;
  return verdict;
}

// ---- One case per process

/// The number of cases that doctest's summary tells of; nullopt when it printed none.
std::optional<unsigned long> doctest_count(std::string_view output) {
  constexpr std::string_view kSummary = "[doctest] test cases:";
  const std::size_t at = output.rfind(kSummary);
  if (at == std::string_view::npos) return std::nullopt;
  return std::strtoul(std::string(output.substr(at + kSummary.size(), 40)).c_str(), nullptr, 10);
}

/// True when the program says that it has no case of this name: then its success means nothing.
bool says_not_found(Framework framework, std::string_view output) {
  if (framework == Framework::Doctest) return doctest_count(output) == 0u;
  if (framework == Framework::Catch2v2 || framework == Framework::Catch2v3)
    return output.find("No test cases matched '") != std::string_view::npos;
  return false;
}

Verdict judge_alone(const RanProcess& process) {
  Attempt attempt{.outcome = Outcome::Passed,
                  .duration = process.duration,
                  .reason = ending_text(process),
                  .output = process.output,
                  .left_processes = process.left_processes};
  const bool exited = !process.timed_out && process.signal == 0;
  if (process.timed_out) {
    attempt.outcome = Outcome::TimedOut;
  } else if (exited && says_not_found(process.framework, process.output)) {
    attempt.outcome = Outcome::Failed;
    attempt.reason = "the program did not run this case";
  } else if (exited &&
             ((process.framework == Framework::None && process.exit_code == kSkippedByConvention) ||
              (process.framework == Framework::Catch2v3 && process.exit_code == kCatch3AllSkipped))) {
    attempt.outcome = Outcome::Skipped;
    attempt.reason.clear();
  } else if (!attempt.reason.empty()) {
    attempt.outcome = Outcome::Failed;
  }
  Verdict verdict;
  verdict.attempts.push_back(std::move(attempt));
  return verdict;
}

}  // namespace

Verdict judge(const RanProcess& process) {
  return process.framework == Framework::GoogleTest ? judge_google(process) : judge_alone(process);
}

std::string signal_text(int signal) {
  const char* name = sigabbrev_np(signal);
  return name ? fmt::format("signal {} (SIG{})", signal, name) : fmt::format("signal {}", signal);
}

}  // namespace hull::tool
