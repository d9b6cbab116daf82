#include "tool/test_verdict.h"

#include <gtest/gtest.h>

namespace hull::tool {
namespace {

TEST(TestVerdict, OneCasePerProcess) {
  struct Case {
    const char* what;
    RanProcess process;
    Outcome outcome;
    const char* reason;
  };
  const std::vector<std::string> one{"x"};
  const Case cases[] = {
      {"success", {.names = one}, Outcome::Passed, ""},
      {"77 by convention", {.names = one, .exit_code = 77}, Outcome::Skipped, ""},
      {"77 failed assertions",
       {.framework = Framework::Catch2v2, .names = one, .exit_code = 77},
       Outcome::Failed,
       "exit code 77"},
      {"all skipped in Catch2 3",
       {.framework = Framework::Catch2v3, .names = one, .exit_code = 4},
       Outcome::Skipped,
       ""},
      {"4 failed in Catch2 2",
       {.framework = Framework::Catch2v2, .names = one, .exit_code = 4},
       Outcome::Failed,
       "exit code 4"},
      {"a signal", {.names = one, .signal = 11}, Outcome::Failed, "signal 11 (SIGSEGV)"},
      {"a real-time signal", {.names = one, .signal = 40}, Outcome::Failed, "signal 40"},
      {"a timeout",
       {.names = one, .signal = 15, .timed_out = true, .timeout = 1.5},
       Outcome::TimedOut,
       "timed out after 1.5s"},
      {"a timeout with a good end",
       {.names = one, .timed_out = true, .timeout = 60},
       Outcome::TimedOut,
       "timed out after 60s"},
      {"doctest ran one",
       {.framework = Framework::Doctest, .names = one, .output = "[doctest] test cases:  1 | 1 passed"},
       Outcome::Passed,
       ""},
      {"doctest ran none",
       {.framework = Framework::Doctest, .names = one, .output = "[doctest] test cases: 0 | 0 passed"},
       Outcome::Failed,
       "the program did not run this case"},
      {"doctest with a reporter of its own",
       {.framework = Framework::Doctest, .names = one, .output = "fine"},
       Outcome::Passed,
       ""},
      {"Catch2 ran none",
       {.framework = Framework::Catch2v2, .names = one, .output = "No test cases matched 'x'\n"},
       Outcome::Failed,
       "the program did not run this case"},
  };
  for (const Case& c : cases) {
    const Verdict verdict = judge(c.process);
    ASSERT_EQ(verdict.attempts.size(), 1u) << c.what;
    EXPECT_EQ(verdict.attempts[0]->outcome, c.outcome) << c.what;
    EXPECT_EQ(verdict.attempts[0]->reason, c.reason) << c.what;
    EXPECT_FALSE(verdict.suspicious) << c.what;
  }
}

/// A report of suite A in which `cases` ran.
std::string report(const std::string& cases) {
  return R"({"testsuites":[{"name":"A","testsuite":[)" + cases + "]}]}";
}
const std::string kPassed = R"({"name":"a","status":"RUN","result":"COMPLETED","time":"0.25s"})";
const std::string kFailed = R"({"name":"b","status":"RUN","result":"COMPLETED","failures":[{}]})";
const std::string kSkipped = R"({"name":"b","status":"RUN","result":"SKIPPED"})";
const std::string kNotRun = R"({"name":"b","status":"NOTRUN","result":"SUPPRESSED"})";

TEST(TestVerdict, GoogleTest) {
  struct Case {
    const char* what;
    std::string report, output;
    int exit_code, signal;
    bool timed_out;
    std::string verdict;  ///< P, F, T, S or - for each of A.a and A.b; "!" when suspicious.
  };
  const std::string a_ran = "[ RUN      ] A.a\n[       OK ] A.a (0 ms)\n", b_began = "[ RUN      ] A.b\n";
  const Case cases[] = {
      {"all passed", report(kPassed), "", 0, 0, false, "P-"},
      {"one failed", report(kPassed + "," + kFailed), "", 1, 0, false, "PF"},
      {"one failed, and main forgot", report(kPassed + "," + kFailed), "", 0, 0, false, "PF"},
      {"one skipped", report(kPassed + "," + kSkipped), "", 0, 0, false, "PS"},
      {"one did not run", report(kPassed + "," + kNotRun), "", 0, 0, false, "P-"},
      {"a bad end", report(kPassed + "," + kSkipped), "", 23, 0, false, "PS!"},
      {"a crash in a case", "", a_ran + b_began, 0, 6, false, "PF"},
      {"a timeout in a case", "", a_ran + b_began, 0, 9, true, "PT"},
      {"exit(0) in a case", "", a_ran + b_began, 0, 0, false, "PF"},
      {"a crash between cases", "", a_ran, 0, 6, false, "P-!"},
      {"the report corrects a line", report(kPassed + "," + kFailed), b_began + "[       OK ] A.b (0 ms)\n",
       1, 0, false, "PF"},
      {"nothing at all", "", "", 0, 0, false, "--"},
      {"nothing but a bad end", "", "", 1, 0, false, "--!"},
      {"a hang before the first", "", "", 0, 9, true, "TT"},
      {"half a report", report(kPassed).substr(0, 50), a_ran, 0, 0, false, "P-"},
      {"a report of other types", R"({"testsuites":[{"name":1,"testsuite":[{"name":[],"status":3},4]},5]})",
       a_ran, 0, 0, false, "P-"},
      {"a report that is no object", "[1]", a_ran, 0, 0, false, "P-"},
  };
  for (const Case& c : cases) {
    GoogleStream stream({"A.a", "A.b"});
    stream.feed(c.output, {});
    stream.finish({});
    const Verdict verdict = judge({.framework = Framework::GoogleTest,
                                   .names = {"A.a", "A.b"},
                                   .exit_code = c.exit_code,
                                   .signal = c.signal,
                                   .timed_out = c.timed_out,
                                   .stream = &stream,
                                   .report = c.report});
    std::string seen;
    for (const auto& attempt : verdict.attempts)
      seen += attempt ? "PFTS"[static_cast<int>(attempt->outcome)] : '-';
    if (verdict.suspicious) seen += '!';
    EXPECT_EQ(seen, c.verdict) << c.what;
  }
}

TEST(TestVerdict, AReportWrittenAfterATimeoutIsNotBelieved) {
  GoogleStream stream({"A.a", "A.b"});
  stream.feed("[ RUN      ] A.a\n", {});
  stream.stop();
  stream.feed("[       OK ] A.a (0 ms)\n[ RUN      ] A.b\n[  FAILED  ] A.b (0 ms)\n", {});
  stream.finish({});
  const Verdict verdict = judge({.framework = Framework::GoogleTest,
                                 .names = {"A.a", "A.b"},
                                 .exit_code = 1,
                                 .timed_out = true,
                                 .timeout = 60,
                                 .stream = &stream,
                                 .report = report(kPassed + "," + kFailed)});
  EXPECT_EQ(verdict.attempts[0]->outcome, Outcome::TimedOut);
  EXPECT_EQ(verdict.attempts[0]->reason, "timed out after 60s");
  EXPECT_FALSE(verdict.attempts[1]);
  EXPECT_FALSE(verdict.suspicious);
}

TEST(TestVerdict, AReportGivesTheTime) {
  const Verdict verdict =
      judge({.framework = Framework::GoogleTest, .names = {"A.a", "A.b"}, .report = report(kPassed)});
  EXPECT_EQ(verdict.attempts[0]->duration, std::chrono::milliseconds(250));
}

TEST(TestVerdict, GoogleTestAlone) {
  struct Case {
    const char* what;
    std::string report;
    int exit_code;
    bool timed_out;
    Outcome outcome;
    const char* reason;
  };
  const Case cases[] = {
      {"passed", report(kPassed), 0, false, Outcome::Passed, ""},
      {"a bad end", report(kPassed), 23, false, Outcome::Failed, "exit code 23, after the case had passed"},
      {"a hang after it", report(kPassed), 0, true, Outcome::TimedOut,
       "timed out after 60s, after the case had passed"},
      {"no report, good end", "", 0, false, Outcome::Passed, ""},
      {"no report, bad end", "", 2, false, Outcome::Failed, "exit code 2"},
      {"a report of another case", report(kSkipped), 0, false, Outcome::Failed,
       "the program did not run this case"},
  };
  for (const Case& c : cases) {
    const Verdict verdict = judge({.framework = Framework::GoogleTest,
                                   .names = {"A.a"},
                                   .exit_code = c.exit_code,
                                   .timed_out = c.timed_out,
                                   .timeout = 60,
                                   .report = c.report});
    EXPECT_EQ(verdict.attempts[0]->outcome, c.outcome) << c.what;
    EXPECT_EQ(verdict.attempts[0]->reason, c.reason) << c.what;
    EXPECT_FALSE(verdict.suspicious) << c.what;
  }
}

}  // namespace
}  // namespace hull::tool
