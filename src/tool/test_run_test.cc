// Stories of runs with shell scripts: some imitate a framework's list, most are hostile.
#include "tool/test_run.h"

#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "tool/test_run_fixture.h"

namespace hull::tool {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

class TestRunTest : public TestRunFixture {
 protected:
  /// A script that has GoogleTest's list option and these cases in "S."; `body` runs with the filter in $F.
  TestProgram google(const std::string& name, const std::string& cases, const std::string& body) {
    return script(name, "case \"$*\" in *--gtest_list_tests*) echo S.; for c in " + cases +
                            "; do echo \"  $c\"; done; exit;; esac\n"
                            "for a; do case $a in --gtest_filter=*) F=${a#*=};; esac; done\n"
                            "IFS=:; run() { echo \"[ RUN      ] $1\"; }\n"
                            "ok() { echo \"[       OK ] $1 (0 ms)\"; }\n" +
                            body);
  }
  bool is_dead(pid_t pid) const {
    for (int i = 0; i < 500; ++i) {
      if (kill(pid, 0) != 0) return true;
      // A killed orphan waits for init to reap it.
      const auto stat = fs::read("/proc/" + std::to_string(pid) + "/stat");
      if (!stat || stat->find(") Z ") != std::string::npos) return true;
      usleep(10'000);
    }
    return false;
  }
  pid_t pid_in(const std::string& file) const {
    return std::atoi(fs::read(directory.path() + "/" + file).value_or("0").c_str());
  }
};

TEST_F(TestRunTest, ExitCodesDecideWithoutAFramework) {
  options.fail_fast = false;
  const TestReport report = run({script("good", "exit 0"), script("bad", "echo out; echo err >&2; exit 3"),
                                 script("skipped", "exit 77"), script("crash", "kill -SEGV $$")});
  EXPECT_EQ(lines(), (Lines{"FAIL p bad: exit code 3", "FAIL p crash: signal 11 (SIGSEGV)", "PASS p good",
                            "SKIP p skipped"}));
  EXPECT_EQ(report.cases[1].last.output, "out\nerr\n");
  EXPECT_EQ(summary_line(report), "1 passed, 2 failed, 1 skipped");
  EXPECT_FALSE(report.ok());
}

TEST_F(TestRunTest, AProgramThatCannotStartHasFailed) {
  const TestReport report = run({program("none", directory.path() + "/none")});
  EXPECT_EQ(lines(),
            (Lines{"FAIL p none: cannot run " + directory.path() + "/none: No such file or directory"}));
  EXPECT_EQ(report.failed, 1u);
}

TEST_F(TestRunTest, DirectoryEnvironmentArgumentsAndRunner) {
  TestProgram program = script(
      "t", "test \"$1\" = 'a b' && test \"$VALUE\" = 1 && test \"$PWD\" = /usr && test -z \"$GTEST_FILTER\"");
  program.args = {"a b"};
  program.env["VALUE"] = "1";
  program.working_directory = "/usr";
  program.runner = {"env", "RUNNER=1"};
  options.environment = {"GTEST_FILTER=x"};
  EXPECT_EQ(run({program}).passed, 1u);
}

TEST_F(TestRunTest, ATimeoutKillsAProgramThatIgnoresSigterm) {
  TestProgram program = script(
      "hang",
      "trap '' TERM\necho $$ > $DIR/pid\necho before\nsleep 1000 & sleep 1000 & wait\nwait\nsleep 1000\n");
  program.timeout = 0.2;
  const auto begin = steady_clock::now();
  const TestReport report = run({program});
  EXPECT_LT(steady_clock::now() - begin, seconds(60));
  EXPECT_EQ(lines(), (Lines{"TIMEOUT p hang: timed out after 0.2s"}));
  EXPECT_EQ(report.cases[0].last.output, "before\n");
  EXPECT_TRUE(is_dead(pid_in("pid")));
}

TEST_F(TestRunTest, TheOptionOverridesTheProgramsTimeout) {
  options.timeout = 0.1;
  EXPECT_EQ(run({script("hang", "sleep 1000")}).failed, 1u);
  EXPECT_EQ(lines(), (Lines{"TIMEOUT p hang: timed out after 0.1s"}));
}

TEST_F(TestRunTest, ZeroIsNoTimeout) {
  TestProgram patient = script("patient", "sleep 0.3");
  patient.timeout = 0;
  EXPECT_EQ(run({patient}).passed, 1u);
  patient.timeout = 0.1;
  options.timeout = 0;
  EXPECT_EQ(run({patient}).passed, 1u);
}

TEST_F(TestRunTest, AGrandchildThatHoldsTheOutputIsKilledAndNamed) {
  const auto begin = steady_clock::now();
  const TestReport report = run({script("leaky", "sleep 1000 & echo $! > $DIR/pid")});
  EXPECT_LT(steady_clock::now() - begin, seconds(60));
  EXPECT_EQ(lines(), (Lines{"LEAK p leaky"}));
  EXPECT_EQ(report.passed, 1u);
  EXPECT_TRUE(is_dead(pid_in("pid")));
}

TEST_F(TestRunTest, OutputOfAnySizeAndKind) {
  options.fail_fast = false;
  const TestReport report = run({
      script("huge", "head -c 20000000 /dev/zero | tr '\\0' x; printf end; exit 1"),
      script("binary", "printf 'a\\000b\\377no newline'; exit 1"),
      script("silent", "exec >&- 2>&-; exit 1"),
  });
  const std::string& huge = report.cases[0].last.output;
  EXPECT_LT(huge.size(), 3'000'000u);
  EXPECT_NE(huge.find("\n[... 17902851 bytes left out ...]\n"), std::string::npos)
      << huge.substr(1'048'500, 200);
  EXPECT_TRUE(huge.ends_with("xend"));
  EXPECT_EQ(report.cases[1].last.output, std::string("a\0b\xffno newline", 14));
  EXPECT_EQ(report.cases[2].last.output, "");
}

TEST_F(TestRunTest, RetriesFindFlakyTests) {
  options.retries = 2;
  options.fail_fast = false;
  const TestReport report =
      run({script("flaky",
                  "echo x >> $DIR/count; echo try $(wc -l < $DIR/count); test $(wc -l < $DIR/count) = 3"),
           script("broken", "exit 1"), script("fine", "exit 0")});
  EXPECT_EQ(lines(),
            (Lines{"FAIL p broken: exit code 1", "FLAKY p flaky (passed at attempt 3)", "PASS p fine",
                   "TRY 1/3 FAIL p broken: exit code 1", "TRY 1/3 FAIL p flaky: exit code 1",
                   "TRY 2/3 FAIL p broken: exit code 1", "TRY 2/3 FAIL p flaky: exit code 1"}));
  EXPECT_EQ(report.passed, 2u);
  EXPECT_EQ(report.failed, 1u);
  EXPECT_EQ(report.flaky, 1u);
  EXPECT_EQ(report.cases[0].earlier[1].output, "try 2\n");
  EXPECT_EQ(report.cases[0].last.output, "try 3\n");
}

TEST_F(TestRunTest, FailFastStartsNothingMore) {
  options.threads = 1;
  const std::vector<TestProgram> programs{script("a", "exit 0"), script("b", "exit 1"),
                                          script("c", "exit 0")};
  const TestReport report = run(programs);
  EXPECT_EQ(recorder.lines, (Lines{"PASS p a", "FAIL p b: exit code 1"}));
  EXPECT_EQ(report.not_run, 1u);
  EXPECT_EQ(summary_details(report), "1 not run");
}

TEST_F(TestRunTest, FailFastWaitsForRetries) {
  options.threads = 1;
  options.retries = 1;
  const TestReport report =
      run({script("a", "echo x >> $DIR/n; test $(wc -l < $DIR/n) = 2"), script("b", "exit 0")});
  EXPECT_EQ(recorder.lines,
            (Lines{"TRY 1/2 FAIL p a: exit code 1", "FLAKY p a (passed at attempt 2)", "PASS p b"}));
  EXPECT_TRUE(report.ok());
}

TEST_F(TestRunTest, ThreadsRunAtOnce) {
  // Each waits for the other: with one thread this would time out.
  TestProgram a = script("a", "touch $DIR/a.here; while ! test -e $DIR/b.here; do sleep 0.01; done");
  TestProgram b = script("b", "touch $DIR/b.here; while ! test -e $DIR/a.here; do sleep 0.01; done");
  EXPECT_EQ(run({a, b}).passed, 2u);
}

// Two cases of one program that may not meet hold a directory that both would make; each waits for a
// program that may run beside them.
TEST_F(TestRunTest, WhatIsNotParallelRunsBesideOtherProgramsOnly) {
  options.isolate = true;
  TestProgram alone = google("alone", "a b c",
                             "mkdir $DIR/held || exit 1\n"
                             "touch $DIR/began; while [ ! -e $DIR/beside ]; do sleep 0.01; done\n"
                             "rmdir $DIR/held\nrun $F; ok $F");
  alone.parallel = false;
  const TestReport report =
      run({alone, script("beside", "while [ ! -e $DIR/began ]; do sleep 0.01; done; touch $DIR/beside")});
  EXPECT_EQ(lines(), (Lines{"PASS p alone S.a", "PASS p alone S.b", "PASS p alone S.c", "PASS p beside"}));
}

TEST_F(TestRunTest, WhatIsNotParallelSharesOneProcess) {
  options.threads = 4;
  const std::string body = "echo x >> $DIR/processes; for c in $F; do run $c; ok $c; done";
  TestProgram together = google("together", "a b c d e f g h", body);
  together.parallel = false;
  const TestReport report = run({together});
  EXPECT_EQ(report.passed, 8u);
  EXPECT_EQ(fs::read(directory.path() + "/processes").value_or(""), "x\n");
}

TEST_F(TestRunTest, WithoutCaptureTestsWriteWhereHullDoes) {
  options.capture = false;
  testing::internal::CaptureStdout();
  const TestReport report = run({script("a", "echo from a")});
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "from a\n");
  EXPECT_EQ(report.cases[0].last.output, "");
}

// ---- Lists that are none

TEST_F(TestRunTest, AListThatCrashesMakesTheProgramOneTest) {
  const TestReport report =
      run({script("t", "# gtest_list_tests\ncase \"$*\" in *list*) kill -SEGV $$;; esac; exit 0")});
  EXPECT_EQ(recorder.notes,
            (Lines{"p::t cannot list its cases (signal 11 (SIGSEGV)): it runs as one test by its "
                   "exit code"}));
  EXPECT_EQ(lines(), (Lines{"PASS p t"}));
  EXPECT_TRUE(report.ok());
}

TEST_F(TestRunTest, WhatReadsLikeNoListIsNone) {
  struct Story {
    const char* what;
    std::string body;
    const char* problem;
  };
  const Story stories[] = {
      {"other text", "# gtest_list_tests\necho hello", "what it prints is no list"},
      {"an error", "# gtest_list_tests\nexit 4", "exit code 4"},
      {"huge, binary, without newline", "# gtest_list_tests\nhead -c 80000000 /dev/zero",
       "what it prints is no list"},
      {"nothing", "# dt-list-test-cases", "what it prints is no list"},
      {"xml of another kind", "# --list-tests\necho '<a><b/></a>'", "what it prints is no list"},
      {"half a tag", "# dt-list-test-cases\nprintf '<doctes'", "what it prints is no list"},
  };
  for (const Story& story : stories) {
    recorder.notes.clear();
    run({script("t", story.body)});
    EXPECT_EQ(recorder.notes, (Lines{"p::t cannot list its cases (" + std::string(story.problem) +
                                     "): it runs as one test by its exit code"}))
        << story.what;
  }
}

TEST_F(TestRunTest, HarnessFalseIsNotEvenAsked) {
  TestProgram program = script("t", "# gtest_list_tests\ntest $# = 0");
  program.harness = false;
  EXPECT_EQ(run({program}).passed, 1u);
  EXPECT_EQ(recorder.notes, Lines{});
}

TEST_F(TestRunTest, AnEmptyListIsNoTest) {
  const TestReport report = run({script("t",
                                        "# gtest_list_tests\nfor a; do case $a in --gtest_output=json:*) "
                                        "echo '{\"testsuites\":[]}' > ${a#*:};; esac; done")});
  EXPECT_EQ(recorder.notes, Lines{});
  EXPECT_EQ(report.cases.size(), 0u);
  EXPECT_TRUE(report.ok());
}

// ---- Batches

TEST_F(TestRunTest, OneProcessRunsManyCases) {
  options.threads = 1;
  const TestReport report = run({google(
      "t", "A B C D E F G H", "echo x >> $DIR/starts; for c in $F; do run $c; echo in $c; ok $c; done")});
  EXPECT_EQ(report.passed, 8u);
  EXPECT_EQ(fs::read(directory.path() + "/starts").value().size(),
            2u * 3);  // Batches of three, three and two.
  EXPECT_EQ(report.cases[6].last.output, "in S.G\n");
  options.isolate = true;
  run({google("t", "A B C D E F G H", "echo x >> $DIR/starts; for c in $F; do run $c; ok $c; done")});
  EXPECT_EQ(fs::read(directory.path() + "/starts").value().size(), 2u * (3 + 8));
}

TEST_F(TestRunTest, ACrashNamesItsCaseAndTheOthersGoOn) {
  options.threads = 1;
  options.fail_fast = false;
  const TestReport report = run(
      {google("t", "A B C D E F G H I J K L M N O P",
              "for c in $F; do run $c; case $c in S.B|S.C) echo dying; kill -ABRT $$;; esac; ok $c; done")});
  EXPECT_EQ(report.passed, 14u);
  EXPECT_EQ(report.failed, 2u);
  EXPECT_EQ(report.cases[1].last.reason, "signal 6 (SIGABRT)");
  EXPECT_EQ(report.cases[1].last.output, "dying\n");
  EXPECT_EQ(report.cases[2].last.reason, "signal 6 (SIGABRT)");
}

TEST_F(TestRunTest, ATimeoutIsPerCaseAndNamesIt) {
  options.threads = 1;
  options.fail_fast = false;
  // Batches of seven and six cases: together longer than the timeout, each much shorter.
  TestProgram program = google(
      "t", "$(seq 20)", "for c in $F; do run $c; test $c = S.2 && sleep 1000; sleep 0.15; ok $c; done");
  program.timeout = 0.8;
  const TestReport report = run({program});
  EXPECT_EQ(report.passed, 19u);
  EXPECT_EQ(report.cases[1].last.outcome, Outcome::TimedOut);
  EXPECT_EQ(report.cases[1].last.reason, "timed out after 0.8s");
}

TEST_F(TestRunTest, WhatACaseSaysWhenItIsToldToEndIsNotBelieved) {
  options.threads = 1;
  options.fail_fast = false;
  // As a build tool's tests do: they take SIGTERM for their own affair, fail of it and go on.
  TestProgram program = google("t", "A B C D E F G H",
                               "trap HIT=1 TERM; for c in $F; do run $c; test $c = S.B && sleep 1000\n"
                               "if test \"$HIT\"; then echo interrupted; echo \"[  FAILED  ] $c (0 ms)\"; else ok $c; fi; done");
  program.timeout = 0.5;
  const TestReport report = run({program});
  EXPECT_EQ(report.failed, 1u);
  EXPECT_EQ(report.cases[1].last.outcome, Outcome::TimedOut);
  EXPECT_EQ(report.cases[1].last.reason, "timed out after 0.5s");
  EXPECT_NE(report.cases[1].last.output.find("interrupted\n"), std::string::npos);
  EXPECT_EQ(report.passed, 7u);
}

TEST_F(TestRunTest, ExitInTheMiddleOfACaseIsAFailure) {
  options.threads = 1;
  options.fail_fast = false;
  const TestReport report =
      run({google("t", "A B C D E F G H", "for c in $F; do run $c; test $c = S.C && exit 0; ok $c; done")});
  EXPECT_EQ(report.failed, 1u);
  EXPECT_EQ(report.cases[2].last.reason, "the program ended in the middle of the case");
  EXPECT_EQ(report.passed, 7u);
}

TEST_F(TestRunTest, ABadExitIsTracedToItsCase) {
  options.threads = 1;
  options.fail_fast = false;
  // As a leak checker does: every case passes, and the process exits with 23 when S.C was among them.
  const TestReport report = run({google("t", "A B C D E F G H",
                                        "for c in $F; do run $c; ok $c; test $c = S.C && L=1; done\n"
                                        "test -z \"$L\" || { echo leaked; exit 23; }")});
  EXPECT_EQ(report.failed, 1u);
  EXPECT_EQ(report.passed, 7u);
  EXPECT_EQ(report.cases[2].last.reason, "exit code 23, after the case had passed");
  EXPECT_EQ(report.cases[2].last.output, "leaked\n");
  EXPECT_EQ(recorder.progress.failed, 1u);
  EXPECT_EQ(recorder.progress.done, 8u);
}

TEST_F(TestRunTest, ABadExitThatNoCaseExplainsIsACaseOfItsOwn) {
  options.threads = 1;
  const TestReport report = run({google("t", "A B C D E F G H",
                                        "n=0; for c in $F; do run $c; ok $c; n=$((n+1)); done\n"
                                        "test $n = 1 || { echo two is too many; exit 9; }")});
  EXPECT_EQ(report.passed, 3u);
  EXPECT_EQ(report.failed, 1u);
  EXPECT_EQ(report.not_run, 5u);
  EXPECT_EQ(recorder.lines.back(), "FAIL p t (exit): exit code 9, after all cases had passed");
  EXPECT_EQ(report.cases[3].last.output, "two is too many\n");
}

TEST_F(TestRunTest, AHangAfterTheLastCaseIsToldOnce) {
  options.threads = 1;
  options.timeout = 0.3;
  options.fail_fast = false;
  const TestReport report = run({google("t", "A B", "for c in $F; do run $c; ok $c; done; sleep 1000")});
  // Two batches of one: each is judged as a whole.
  EXPECT_EQ(report.cases[0].last.reason, "timed out after 0.3s, after the case had passed");
  EXPECT_EQ(report.failed, 2u);
}

TEST_F(TestRunTest, AHangBeforeTheFirstCaseCostsOneTimeoutPerProcess) {
  options.threads = 1;
  options.timeout = 0.3;
  options.fail_fast = false;
  const auto begin = steady_clock::now();
  const TestReport report = run({google("t", "$(seq 400)", "sleep 1000")});
  EXPECT_EQ(report.failed, 400u);
  EXPECT_EQ(report.cases[399].last.reason, "timed out after 0.3s, before the first case");
  EXPECT_LT(steady_clock::now() - begin, seconds(60));
}

TEST_F(TestRunTest, AProgramThatSaysNothingIsJudgedCaseByCase) {
  options.threads = 1;
  options.fail_fast = false;
  const TestReport report = run({google("t", "A B C D E F G H", "case :$F: in *:S.D:*) exit 1;; esac")});
  EXPECT_EQ(report.failed, 1u);
  EXPECT_EQ(report.passed, 7u);
  EXPECT_EQ(report.cases[3].last.reason, "exit code 1");
}

TEST_F(TestRunTest, MoreNamesThanOneArgumentHolds) {
  options.threads = 1;
  const TestReport report =
      run({google("t", "$(seq -f 'a_long_long_long_long_long_long_long_name_%.0f' 6000)",
                  "for c in $F; do run $c; ok $c; done")});
  EXPECT_EQ(report.passed, 6000u);
}

TEST_F(TestRunTest, RetriesOfABatchedCaseRunAlone) {
  options.threads = 1;
  options.retries = 1;
  const TestReport report =
      run({google("t", "A B C D E F G H",
                  "case $F in *:*) alone=;; *) alone=1;; esac\n"
                  "for c in $F; do run $c; if [ $c = S.B ] && [ -z \"$alone\" ]; then\n"
                  "echo \"[  FAILED  ] $c (0 ms)\"; R=1; else ok $c; fi; done; exit $R")});
  EXPECT_EQ(report.passed, 8u);
  EXPECT_EQ(report.flaky, 1u);
  EXPECT_TRUE(report.cases[1].flaky());
}

// ---- Choosing

TEST_F(TestRunTest, FiltersChooseCases) {
  const std::vector<TestProgram> programs{
      google("one", "Alpha Beta", "for c in $F; do run $c; ok $c; done"),
      google("two", "Alpha Alphabet", "for c in $F; do run $c; ok $c; done"), script("plain", "exit 0")};
  struct Story {
    TestFilter filter;
    Lines ids;
  };
  const Story stories[] = {
      {{}, {"p::one::S.Alpha", "p::one::S.Beta", "p::two::S.Alpha", "p::two::S.Alphabet", "p::plain"}},
      {{.wanted = {"Alpha"}}, {"p::one::S.Alpha", "p::two::S.Alpha", "p::two::S.Alphabet"}},
      {{.wanted = {"one::", "plain"}}, {"p::one::S.Alpha", "p::one::S.Beta", "p::plain"}},
      {{.wanted = {"S.Alpha"}, .exact = true}, {"p::one::S.Alpha", "p::two::S.Alpha"}},
      {{.wanted = {"p::two::S.Alpha", "plain"}, .exact = true}, {"p::two::S.Alpha", "p::plain"}},
      {{.wanted = {"Alpha"}, .exact = true}, {}},
      {{.skipped = {"two", "Beta"}}, {"p::one::S.Alpha", "p::plain"}},
      {{.skipped = {"S.Alpha"}, .exact = true}, {"p::one::S.Beta", "p::two::S.Alphabet", "p::plain"}},
      {{.shard = {1, 2}}, {"p::one::S.Alpha", "p::two::S.Alpha", "p::plain"}},
      {{.shard = {2, 2}}, {"p::one::S.Beta", "p::two::S.Alphabet"}},
      {{.wanted = {"Alpha"}, .shard = {3, 3}}, {"p::two::S.Alphabet"}},
      {{.ignored = Ignored::Only}, {}},
  };
  for (const Story& story : stories) {
    options.filter = story.filter;
    const auto list = list_tests(programs, options, recorder);
    ASSERT_TRUE(list);
    Lines ids;
    for (const TestCase& test : list->cases) ids.push_back(test_id(programs[test.program], test.name));
    EXPECT_EQ(ids, story.ids);
    EXPECT_EQ(list->filtered + ids.size(), 5u);
  }
}

TEST_F(TestRunTest, IgnoredCases) {
  const std::vector<TestProgram> programs{
      google("t", "A DISABLED_B", "for c in $F; do run $c; echo $c; ok $c; done")};
  TestReport report = run(programs);
  EXPECT_EQ(summary_line(report), "1 passed, 0 failed, 1 skipped");
  EXPECT_EQ(report.cases[1].last.reason, "ignored");
  EXPECT_FALSE(report.cases[1].ran);
  options.filter.ignored = Ignored::Include;
  EXPECT_EQ(summary_line(run(programs)), "2 passed, 0 failed, 0 skipped");
  options.filter.ignored = Ignored::Only;
  report = run(programs);
  EXPECT_EQ(summary_line(report), "1 passed, 0 failed, 0 skipped");
  EXPECT_EQ(report.cases[0].test.name, "S.DISABLED_B");
}

TEST(TestSelect, ShardsAreRead) {
  EXPECT_EQ(parse_shard("2/3").value().index, 2u);
  EXPECT_EQ(parse_shard("2/3").value().count, 3u);
  for (const char* bad : {"", "1", "0/2", "3/2", "1/0", "a/b", "1/2/3", " 1/2", "-1/2", "1/99999999999"}) {
    const auto shard = parse_shard(bad);
    ASSERT_FALSE(shard) << bad;
    EXPECT_EQ(shard.error().kind, ErrorKind::Usage);
  }
  EXPECT_EQ(parse_shard("0/2").error().message, "`0/2` is no shard");
}

// ---- Interrupts

TEST_F(TestRunTest, CtrlCEndsAllAndSaysSo) {
  options.fail_fast = false;
  std::vector<TestProgram> programs{
      script("quick", "exit 0"),
      script("slow", "trap '' TERM; echo $$ > $DIR/pid; while :; do sleep 1; done"),
      script("never", "touch $DIR/ran"), script("never2", "touch $DIR/ran")};
  options.threads = 1;
  recorder.on_tick = [&] {
    if (pid_in("pid") != 0) raise(SIGINT);
  };
  const auto begin = steady_clock::now();
  const TestReport report = run(programs);
  EXPECT_LT(steady_clock::now() - begin, seconds(60));
  EXPECT_EQ(report.interrupted, SIGINT);
  EXPECT_EQ(lines(), (Lines{"PASS p quick"}));
  EXPECT_EQ(report.not_run, 3u);
  EXPECT_FALSE(report.ok());
  EXPECT_FALSE(fs::exists(directory.path() + "/ran"));
  EXPECT_TRUE(is_dead(pid_in("pid")));
}

TEST_F(TestRunTest, CtrlCWhileListing) {
  const auto slow = script("t", "# gtest_list_tests\nkill -INT $PPID; sleep 1000");
  const TestReport report = run({slow});
  EXPECT_EQ(report.interrupted, SIGINT);
  EXPECT_FALSE(report.ok());
}

}  // namespace
}  // namespace hull::tool
