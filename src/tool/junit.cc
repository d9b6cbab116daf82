#include "tool/junit.h"

#include <fmt/format.h>

#include <ctime>

#include "tool/xml.h"

namespace hull::tool {
namespace {

using std::chrono::nanoseconds;

double seconds(nanoseconds duration) { return std::chrono::duration<double>(duration).count(); }

/// "2026-01-31T12:00:00Z"
std::string timestamp(std::chrono::system_clock::time_point when) {
  const std::time_t time = std::chrono::system_clock::to_time_t(when);
  std::tm parts{};
  gmtime_r(&time, &parts);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                     parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

/// One attempt that failed, as element `name`.
std::string failure(std::string_view name, const Attempt& attempt) {
  const std::string_view type = attempt.outcome == Outcome::TimedOut ? "timeout" : "failure";
  return fmt::format("      <{0} message=\"{1}\" type=\"{2}\">{3}</{0}>\n", name,
                     xml_escaped(attempt.reason.empty() ? "the test failed" : attempt.reason), type,
                     xml_escaped(attempt.output));
}

std::string test_case(const CaseResult& result, const TestProgram& program) {
  const std::string class_name = program.package + "::" + program.name;
  const std::string& name = result.test.name.empty() ? program.name : result.test.name;
  std::string text = fmt::format("    <testcase name=\"{}\" classname=\"{}\" time=\"{:.6f}\"",
                                 xml_escaped(name), xml_escaped(class_name), seconds(result.last.duration));
  if (!result.test.file.empty())
    text += fmt::format(" file=\"{}\" line=\"{}\"", xml_escaped(result.test.file), result.test.line);
  text += ">\n";
  if (result.failed()) {
    text += failure("failure", result.last);
    for (const Attempt& attempt : result.earlier) text += failure("rerunFailure", attempt);
  } else if (result.last.outcome == Outcome::Skipped) {
    text += fmt::format("      <skipped message=\"{}\"/>\n", xml_escaped(result.last.reason));
  } else {
    for (const Attempt& attempt : result.earlier) text += failure("flakyFailure", attempt);
  }
  if (!result.failed() && !result.last.output.empty())
    text += fmt::format("      <system-out>{}</system-out>\n", xml_escaped(result.last.output));
  return text + "    </testcase>\n";
}

/// What a <testsuite> and the whole document count.
struct Counts {
  std::size_t tests = 0, failures = 0, skipped = 0;
  nanoseconds time{0};

  void add(const CaseResult& result) {
    ++tests;
    failures += result.failed();
    skipped += result.last.outcome == Outcome::Skipped;
    time += result.last.duration;
  }
  std::string attributes(nanoseconds duration) const {
    return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"{:.6f}\"", tests,
                       failures, skipped, seconds(duration));
  }
};

}  // namespace

std::string junit_xml(const TestReport& report, std::span<const TestProgram> programs,
                      std::chrono::system_clock::time_point when) {
  Counts all;
  std::string suites;
  for (auto at = report.cases.begin(); at != report.cases.end();) {
    const std::size_t index = at->test.program;
    const TestProgram& program = programs[index];
    Counts counts;
    std::string cases;
    for (; at != report.cases.end() && at->test.program == index; ++at) {
      counts.add(*at);
      all.add(*at);
      cases += test_case(*at, program);
    }
    suites += fmt::format("  <testsuite name=\"{}\" {} timestamp=\"{}\">\n{}  </testsuite>\n",
                          xml_escaped(test_id(program, "")), counts.attributes(counts.time), timestamp(when),
                          cases);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hull\" {}>\n{}</testsuites>\n",
      all.attributes(report.duration), suites);
}

}  // namespace hull::tool
