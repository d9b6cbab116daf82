// Real GoogleTest, doctest and Catch2 programs, compiled here. A framework whose headers are not installed is
// skipped.
#include <algorithm>

#include "tool/test_run_fixture.h"

namespace hull::tool {
namespace {

constexpr const char* kGoogle = R"cc(
#include <gtest/gtest.h>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>
  static int noise = std::puts("Noise.\n  before the list");
  TEST(A, Passes) { std::puts("from A.Passes"); }
  TEST(A, Fails) { EXPECT_EQ(1, 2) << "why"; }
  TEST(A, DISABLED_Off) { FAIL(); }
  TEST(A, Skips) { GTEST_SKIP() << "no gpu"; }
  TEST(A, NoNewline) { std::printf("[       OK ] A.Other (0 ms)\nno newline"); }
  TEST(A, Imitates) { std::puts("[ RUN      ] A.Passes\n[  FAILED  ] A.Passes (0 ms)"); }
  class P : public testing::TestWithParam<const char*> {};
  TEST_P(P, X) { EXPECT_STRNE(GetParam(), "bad\nvalue"); }
  INSTANTIATE_TEST_SUITE_P(I, P, testing::Values("good", "bad\nvalue"));
  template <class T>
  class Typed : public testing::Test {};
  using Types = testing::Types<int, char>;
  TYPED_TEST_SUITE(Typed, Types);
  TYPED_TEST(Typed, Y) {}
  TEST(B, Aborts) {
    std::fprintf(stderr, "last words\n");
    std::abort();
  }
  TEST(B, After) {}
  TEST(B, Throws) { throw 1; }
  TEST(B, ClosesItsOutput) { close(1); }
  TEST(B, AfterClosing) {}
  TEST(DeathTest, Dies) { EXPECT_DEATH(std::abort(), ""); }
)cc";

constexpr const char* kCatch = R"cc(
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
  static int noise = std::puts("noise before the list");
  TEST_CASE("plain", "[fast]") {
    CHECK(1 == 1);
    SECTION("s") { REQUIRE(true); }
  }
  TEST_CASE("plain too") { CHECK(true); }
  TEST_CASE("fails, with comma [x] \"q\" *star\\", "[slow]") {
    CHECK(1 == 2);
    CHECK(3 == 4);
  }
  TEST_CASE("with, comma [x] \"q\" *star\\") { CHECK(true); }
  TEST_CASE("*stars*") {}
  TEST_CASE("~tilde") {}
  TEST_CASE("-dash") {}
  TEST_CASE("#hash") {}
  TEST_CASE("exclude:this") {}
  TEST_CASE("hidden", "[.]") { CHECK(1 == 2); }
  TEST_CASE("may fail", "[!mayfail]") { CHECK(1 == 2); }
  TEST_CASE("aborts") { std::abort(); }
)cc";

constexpr const char* kDoctest = R"cc(
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <cstdio>
#include <cstdlib>
  static int noise = std::puts("<TestCase noise");
  TEST_CASE("same") { CHECK(1 == 2); }
  TEST_SUITE("suite") {
    TEST_CASE("same") { CHECK(1 == 1); }
    TEST_CASE("comma, \\ \"quote\" <angle> & *") { CHECK(1 == 1); }
  }
  TEST_SUITE("other") {
    TEST_CASE("same") { std::abort(); }
  }
  TEST_CASE("Same") { CHECK(1 == 1); }
  TEST_CASE("skipped" * doctest::skip()) { CHECK(1 == 2); }
  TEST_CASE_TEMPLATE("template", T, int, char) { CHECK(sizeof(T) == 1); }
)cc";

class TestFrameworks : public TestRunFixture {
 protected:
  TestFrameworks() { options.fail_fast = false; }

  /// `source` compiled, or nullopt when `header` is not installed.
  std::optional<TestProgram> compiled(const std::string& header, const std::string& source,
                                      std::vector<std::string> libraries = {}) {
    const auto compiler = find_program("clang++-19") ? find_program("clang++-19") : find_program("c++");
    if (!compiler || !fs::exists("/usr/include/" + header)) return std::nullopt;
    const std::string path = directory.path() + "/program";
    EXPECT_TRUE(fs::write(path + ".cc", source));
    Command command{.argv = {*compiler, "-std=c++17", "-o", path, path + ".cc"}};
    command.argv.insert(command.argv.end(), libraries.begin(), libraries.end());
    const auto finished = run_program(command);
    EXPECT_TRUE(finished && finished->ok()) << (finished ? finished->err : finished.error().message);
    return program("t", path);
  }
  static Result<Finished> run_program(const Command& command) { return hull::run(command); }

  const CaseResult& result(const TestReport& report, std::string_view name) {
    const auto found =
        std::ranges::find(report.cases, name, [](const CaseResult& one) { return one.test.name; });
    if (found != report.cases.end()) return *found;
    ADD_FAILURE() << "no case " << name;
    static const CaseResult none;
    return none;
  }
};

TEST_F(TestFrameworks, GoogleTest) {
  const auto program = compiled("gtest/gtest.h", kGoogle, {"-lgtest", "-lgtest_main", "-pthread"});
  if (!program) GTEST_SKIP() << "libgtest-dev is not installed";
  EXPECT_EQ(detect_framework(program->path), Framework::GoogleTest);
  const Lines expected{"FAIL p t A.Fails",        "FAIL p t B.Aborts: signal 6 (SIGABRT)",
                       "FAIL p t B.Throws",       "FAIL p t I/P.X/1",
                       "PASS p t A.Imitates",     "PASS p t A.NoNewline",
                       "PASS p t A.Passes",       "PASS p t B.After",
                       "PASS p t B.AfterClosing", "PASS p t B.ClosesItsOutput",
                       "PASS p t DeathTest.Dies", "PASS p t I/P.X/0",
                       "PASS p t Typed/0.Y",      "PASS p t Typed/1.Y",
                       "SKIP p t A.Skips"};
  // In few batches, in many, and alone: the same is said of each case.
  for (const unsigned threads : {1u, 2u, 100u}) {
    options.threads = threads;
    const TestReport report = run({*program});
    EXPECT_EQ(lines(), expected) << threads;
    EXPECT_EQ(summary_line(report), "10 passed, 4 failed, 2 skipped");
    EXPECT_EQ(result(report, "A.Passes").last.output, "from A.Passes\n");
    EXPECT_NE(result(report, "A.Fails").last.output.find("why"), std::string::npos);
    EXPECT_EQ(result(report, "A.NoNewline").last.output, "[       OK ] A.Other (0 ms)\nno newline");
    EXPECT_NE(result(report, "B.Aborts").last.output.find("last words"), std::string::npos);
    EXPECT_NE(result(report, "A.Skips").last.output.find("no gpu"), std::string::npos);
    EXPECT_FALSE(result(report, "A.DISABLED_Off").ran);
    EXPECT_EQ(result(report, "A.Fails").test.line, 8u);
    EXPECT_EQ(recorder.notes, Lines{});
  }
  options.capture = false;
  testing::internal::CaptureStdout();
  run({*program});
  testing::internal::GetCapturedStdout();
  EXPECT_EQ(lines().size(), expected.size());
  EXPECT_EQ(lines()[0], "FAIL p t A.Fails");
}

TEST_F(TestFrameworks, GoogleTestLinkedAsASharedLibrary) {
  const auto program = compiled(
      "gtest/gtest.h",
      "#include <gtest/gtest.h>\nTEST(A, B) {}\n"
      "int main(int argc, char** argv) { testing::InitGoogleTest(&argc, argv); return RUN_ALL_TESTS(); }",
      {"-lgtest", "-pthread", "-s"});
  if (!program) GTEST_SKIP() << "libgtest-dev is not installed";
  EXPECT_EQ(detect_framework(program->path), Framework::GoogleTest);  // Stripped, too.
  run({*program});
  EXPECT_EQ(lines(), (Lines{"PASS p t A.B"}));
}

TEST_F(TestFrameworks, GoogleTestWithAMainThatKnowsNoOptions) {
  const auto program =
      compiled("gtest/gtest.h",
               "#include <gtest/gtest.h>\nTEST(A, B) {}\n"
               "int main() { int argc = 1; char name[] = \"x\"; char* argv[] = {name, nullptr};\n"
               "testing::InitGoogleTest(&argc, argv); return RUN_ALL_TESTS(); }",
               {"-lgtest", "-pthread"});
  if (!program) GTEST_SKIP() << "libgtest-dev is not installed";
  run({*program});
  EXPECT_EQ(lines(), (Lines{"PASS p t"}));
  EXPECT_EQ(recorder.notes.size(), 1u);
}

TEST_F(TestFrameworks, ALeakFoundAtExitIsTracedToItsCase) {
  const auto program =
      compiled("gtest/gtest.h",
               "#include <gtest/gtest.h>\nvoid* volatile p;\nTEST(A, B) {}\nTEST(A, C) {}\n"
               "TEST(A, Leaks) { p = new int[99]; p = nullptr; }\nTEST(A, D) {}\nTEST(A, E) {}\n",
               {"-lgtest", "-lgtest_main", "-pthread", "-fsanitize=address"});
  if (!program) GTEST_SKIP() << "libgtest-dev is not installed";
  options.threads = 1;
  const TestReport report = run({*program});
  EXPECT_EQ(report.failed, 1u);
  EXPECT_EQ(result(report, "A.Leaks").last.reason, "exit code 1, after the case had passed");
  EXPECT_NE(result(report, "A.Leaks").last.output.find("LeakSanitizer"), std::string::npos);
}

TEST_F(TestFrameworks, Catch2) {
  const auto program = compiled("catch2/catch.hpp", kCatch);
  if (!program) GTEST_SKIP() << "catch2 2 is not installed";
  EXPECT_EQ(detect_framework(program->path), Framework::Catch2v2);
  const TestReport report = run({*program});
  EXPECT_EQ(lines(), (Lines{"FAIL p t aborts: signal 6 (SIGABRT)",
                            "FAIL p t fails, with comma [x] \"q\" *star\\: exit code 2", "PASS p t #hash",
                            "PASS p t *stars*", "PASS p t -dash", "PASS p t exclude:this",
                            "PASS p t may fail", "PASS p t plain", "PASS p t plain too",
                            "PASS p t with, comma [x] \"q\" *star\\", "PASS p t ~tilde"}));
  EXPECT_EQ(report.skipped, 0u);
  EXPECT_NE(result(report, "fails, with comma [x] \"q\" *star\\").last.output.find("CHECK( 1 == 2 )"),
            std::string::npos);
}

TEST_F(TestFrameworks, Doctest) {
  const auto program = compiled("doctest/doctest.h", kDoctest);
  if (!program) GTEST_SKIP() << "doctest-dev is not installed";
  EXPECT_EQ(detect_framework(program->path), Framework::Doctest);
  const TestReport report = run({*program});
  EXPECT_EQ(lines(), (Lines{"FAIL p t other::same: signal 6 (SIGABRT)", "FAIL p t same: exit code 1",
                            "FAIL p t template<int>: exit code 1", "PASS p t Same",
                            "PASS p t suite::comma, \\ \"quote\" <angle> & *", "PASS p t suite::same",
                            "PASS p t template<char>"}));
  EXPECT_EQ(summary_line(report), "4 passed, 3 failed, 1 skipped");
  EXPECT_EQ(result(report, "suite::same").test.line, 9u);
  options.filter.ignored = Ignored::Only;
  run({*program});
  EXPECT_EQ(lines(), (Lines{"FAIL p t skipped: exit code 1"}));
}

TEST_F(TestFrameworks, NoFramework) {
  EXPECT_EQ(detect_framework("/bin/true"), Framework::None);
  EXPECT_EQ(detect_framework(directory.path() + "/none"), Framework::None);
  EXPECT_EQ(detect_framework(directory.path()), Framework::None);
  // Files that claim to be ELF and are cut, or point beyond their end.
  const std::string self = fs::read("/bin/true").value();
  for (const std::size_t size : {4u, 5u, 16u, 63u, 64u, 100u, 500u}) {
    ASSERT_TRUE(fs::write(directory.path() + "/elf", self.substr(0, size)));
    EXPECT_EQ(detect_framework(directory.path() + "/elf"), Framework::None) << size;
  }
  for (std::size_t at = 4; at < 200; ++at) {
    std::string broken = self;
    broken[at] = '\xff';
    ASSERT_TRUE(fs::write(directory.path() + "/elf", broken));
    EXPECT_EQ(detect_framework(directory.path() + "/elf"), Framework::None) << at;
  }
}

}  // namespace
}  // namespace hull::tool
