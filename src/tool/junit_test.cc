#include "tool/junit.h"

#include <gtest/gtest.h>

#include "tool/test_report.h"

namespace hull::tool {
namespace {

using std::chrono::milliseconds;

const std::vector<TestProgram> kPrograms{
    {.package = "greeter", .name = "unit", .path = "", .working_directory = ""},
    {.package = "greeter", .name = "smoke <1>", .path = "", .working_directory = ""},
};

TestReport sample() {
  TestReport report;
  report.cases.push_back({.test = {.program = 0, .name = "A.ok", .file = "a.cc", .line = 3},
                          .last = {.outcome = Outcome::Passed, .duration = milliseconds(12)}});
  report.cases.push_back(
      {.test = {.program = 0, .name = "A.flaky"},
       .last = {.outcome = Outcome::Passed, .duration = milliseconds(1), .output = "second"},
       .earlier = {{.outcome = Outcome::TimedOut, .reason = "timed out after 1s", .output = "first"}}});
  report.cases.push_back({.test = {.program = 0, .name = "A.off"},
                          .last = {.outcome = Outcome::Skipped, .reason = "ignored"},
                          .ran = false});
  report.cases.push_back({.test = {.program = 1},
                          .last = {.outcome = Outcome::Failed,
                                   .duration = milliseconds(2500),
                                   .reason = "signal 11 (SIGSEGV)",
                                   .output = "a < b ]]> \x1b[31m\xff"},
                          .earlier = {{.outcome = Outcome::Failed, .output = "x"}}});
  report.passed = 2;
  report.failed = 1;
  report.skipped = 1;
  report.flaky = 1;
  report.duration = milliseconds(2600);
  return report;
}

TEST(Junit, Document) {
  EXPECT_EQ(junit_xml(sample(), kPrograms, std::chrono::system_clock::from_time_t(1769860800)),
            R"x(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="hull" tests="4" failures="1" errors="0" skipped="1" time="2.600000">
  <testsuite name="greeter::unit" tests="3" failures="0" errors="0" skipped="1" time="0.013000" timestamp="2026-01-31T12:00:00Z">
    <testcase name="A.ok" classname="greeter::unit" time="0.012000" file="a.cc" line="3">
    </testcase>
    <testcase name="A.flaky" classname="greeter::unit" time="0.001000">
      <flakyFailure message="timed out after 1s" type="timeout">first</flakyFailure>
      <system-out>second</system-out>
    </testcase>
    <testcase name="A.off" classname="greeter::unit" time="0.000000">
      <skipped message="ignored"/>
    </testcase>
  </testsuite>
  <testsuite name="greeter::smoke &lt;1&gt;" tests="1" failures="1" errors="0" skipped="0" time="2.500000" timestamp="2026-01-31T12:00:00Z">
    <testcase name="smoke &lt;1&gt;" classname="greeter::smoke &lt;1&gt;" time="2.500000">
      <failure message="signal 11 (SIGSEGV)" type="failure">a &lt; b ]]&gt; )x"
            "\xef\xbf\xbd[31m\xef\xbf\xbd"
            R"x(</failure>
      <rerunFailure message="the test failed" type="failure">x</rerunFailure>
    </testcase>
  </testsuite>
</testsuites>
)x");
}

TEST(Junit, NothingRan) {
  EXPECT_EQ(
      junit_xml({}, kPrograms, {}),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hull\" tests=\"0\" failures=\"0\" "
      "errors=\"0\" skipped=\"0\" time=\"0.000000\">\n</testsuites>\n");
}

TEST(TestReport, Lines) {
  const TestReport report = sample();
  std::vector<std::string> lines;
  for (const CaseResult& result : report.cases)
    lines.push_back(result_line(kPrograms[result.test.program], result));
  EXPECT_EQ(lines, (std::vector<std::string>{
                       "PASS [  0.012s] greeter unit A.ok",
                       "FLAKY [  0.001s] greeter unit A.flaky (passed at attempt 2)",
                       "SKIP [        ] greeter unit A.off: ignored",
                       "FAIL [  2.500s] greeter smoke <1>: signal 11 (SIGSEGV)",
                   }));
  EXPECT_EQ(summary_line(report), "2 passed, 1 failed, 1 skipped");
  EXPECT_EQ(summary_details(report), "1 flaky");
  EXPECT_EQ(shown_name(kPrograms[0], {.name = "two\nlines \x1b"}), "greeter unit two\\x0alines \\x1b");
}

}  // namespace
}  // namespace hull::tool
