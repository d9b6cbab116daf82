#include "tool/test_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace hull::tool {

std::string_view status_word(const Attempt& attempt) {
  switch (attempt.outcome) {
    case Outcome::Passed:
      return attempt.left_processes ? "LEAK" : "PASS";
    case Outcome::Failed:
      return "FAIL";
    case Outcome::TimedOut:
      return "TIMEOUT";
    case Outcome::Skipped:
      return "SKIP";
  }
  return "";
}

std::string_view status_word(const CaseResult& result) {
  return result.flaky() ? "FLAKY" : status_word(result.last);
}

std::string bracketed(std::chrono::nanoseconds duration) {
  return fmt::format("[{:>7.3f}s]", std::chrono::duration<double>(duration).count());
}

std::string shown_name(const TestProgram& program, const TestCase& test) {
  std::string name = printable(program.package) + ' ' + printable(program.name);
  if (!test.name.empty()) name += ' ' + printable(test.name);
  return name;
}

std::string result_line(const TestProgram& program, const CaseResult& result) {
  const std::string time = result.ran ? bracketed(result.last.duration) : fmt::format("[{:8}]", "");
  std::string line = fmt::format("{} {} {}", status_word(result), time, shown_name(program, result.test));
  if (result.flaky()) line += fmt::format(" (passed at attempt {})", result.earlier.size() + 1);
  if (!result.last.reason.empty()) line += ": " + printable(result.last.reason);
  return line;
}

std::string retry_line(const TestProgram& program, const TestCase& test, const Attempt& attempt,
                       unsigned number, unsigned of) {
  std::string line = fmt::format("TRY {}/{} {} {} {}", number, of, status_word(attempt),
                                 bracketed(attempt.duration), shown_name(program, test));
  if (!attempt.reason.empty()) line += ": " + printable(attempt.reason);
  return line;
}

std::string summary_line(const TestReport& report) {
  return fmt::format("{} passed, {} failed, {} skipped", report.passed, report.failed, report.skipped);
}

std::string summary_details(const TestReport& report) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view what) {
    if (count != 0) parts.push_back(fmt::format("{} {}", count, what));
  };
  add(report.flaky, "flaky");
  add(static_cast<std::size_t>(std::ranges::count_if(report.cases, &CaseResult::leaky)), "leaky");
  add(report.not_run, "not run");
  add(report.filtered, "filtered out");
  return join(parts, ", ");
}

}  // namespace hull::tool
