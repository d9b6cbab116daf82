// How lists are read, and how commands are made. Real programs are in test_frameworks_test.cc.
#include "tool/test_program.h"

#include <gtest/gtest.h>

namespace hull::tool {
namespace {

using Lines = std::vector<std::string>;

/// Names of a list, ignored ones with "~" before them; {"none"} when it is no list.
Lines names(Framework framework, const std::string& output, int exit_code = 0,
            const std::string& report = "") {
  const auto cases = read_list(framework, {.exit_code = exit_code, .out = output, .err = ""}, report);
  if (!cases) return {"none"};
  Lines result;
  for (const TestCase& test : *cases) result.push_back((test.ignored ? "~" : "") + test.name);
  return result;
}

TEST(TestProgram, GoogleTestsTextList) {
  EXPECT_EQ(names(Framework::GoogleTest,
                  "Running main() from x.cc\nnoise.\n  noise too\nstart of it\n  more noise\n"
                  "A.\n  One\n  DISABLED_Two\nTyped/0.  # TypeParam = int\n  Y\n"
                  "I/P.\n  X/0  # GetParam() = \"a b.\"\r\n  X/1  # GetParam() = 2\nDISABLED_S.\n  "
                  "T\nI/DISABLED_U.\n  V/0\n"),
            (Lines{"A.One", "~A.DISABLED_Two", "Typed/0.Y", "I/P.X/0", "I/P.X/1", "~DISABLED_S.T",
                   "~I/DISABLED_U.V/0"}));
  EXPECT_EQ(names(Framework::GoogleTest, ""), Lines{"none"});
  EXPECT_EQ(names(Framework::GoogleTest, "All fine.\nBye.\n"), Lines{"none"});
  EXPECT_EQ(names(Framework::GoogleTest, "A.\n  One\n", 1), Lines{"none"});
}

TEST(TestProgram, GoogleTestsReportIsBelievedFirst) {
  const std::string report = R"({"tests":2,"testsuites":[{"name":"A","testsuite":[
      {"name":"One","file":"a.cc","line":7},{"name":"DISABLED_Two"}]}]})";
  EXPECT_EQ(names(Framework::GoogleTest, "B.\n  Other\n", 0, report), (Lines{"A.One", "~A.DISABLED_Two"}));
  const auto cases = read_list(Framework::GoogleTest, {}, report);
  EXPECT_EQ(cases->front().file, "a.cc");
  EXPECT_EQ(cases->front().line, 7u);
  EXPECT_EQ(names(Framework::GoogleTest, "", 0, R"({"testsuites":[]})"), Lines{});
  for (const char* broken : {"{", "[]", "{}", "3", R"({"testsuites":{}})", R"({"testsuites":[1]})", "\xff"})
    EXPECT_EQ(names(Framework::GoogleTest, "B.\n  Text\n", 0, broken), Lines{"B.Text"}) << broken;
  for (const char* odd : {R"({"testsuites":[{}]})", R"({"testsuites":[{"name":1,"testsuite":[]}]})",
                          R"({"testsuites":[{"name":"A","testsuite":[1,{},{"name":2}]}]})"})
    EXPECT_EQ(names(Framework::GoogleTest, "", 0, odd), Lines{}) << odd;
}

TEST(TestProgram, Catch2v2Names) {
  EXPECT_EQ(names(Framework::Catch2v2, "a\nb c\n\"#d\"\n", 3), (Lines{"a", "b c", "#d"}));
  EXPECT_EQ(names(Framework::Catch2v2, "noise\nmore\na\n", 1), Lines{"a"});
  EXPECT_EQ(names(Framework::Catch2v2, "", 0), Lines{});
  EXPECT_EQ(names(Framework::Catch2v2, "a\n", 9), Lines{"none"});
  std::string many;
  for (int i = 0; i < 300; ++i) many += "t" + std::to_string(i) + "\n";
  EXPECT_EQ(names(Framework::Catch2v2, many, 300 % 256).size(), 300u);
}

TEST(TestProgram, Catch2v3Xml) {
  const std::string output =
      "noise <TestCase>\n<?xml version=\"1.0\"?>\n<MatchingTests>\n  <TestCase>\n    <Name>a &lt; b</Name>\n"
      "    <ClassName/>\n    <Tags>[x]</Tags>\n    <SourceInfo>\n      <File>t.cpp</File>\n      "
      "<Line>12</Line>\n"
      "    </SourceInfo>\n  </TestCase>\n  <TestCase>\n    <Name>plain</Name>\n  "
      "</TestCase>\n</MatchingTests>\n";
  const auto cases = read_list(Framework::Catch2v3, {.out = output.substr(17), .err = ""}, "");
  ASSERT_EQ(cases->size(), 2u);
  EXPECT_EQ(cases->front().name, "a < b");
  EXPECT_EQ(cases->front().file, "t.cpp");
  EXPECT_EQ(cases->front().line, 12u);
  EXPECT_EQ(names(Framework::Catch2v3, output), (Lines{"a < b", "plain"}));
  EXPECT_EQ(names(Framework::Catch2v3, "<MatchingTests>"), Lines{});
  EXPECT_EQ(names(Framework::Catch2v3, "<MatchingTests><TestCase><Name>cut"), Lines{});
  EXPECT_EQ(names(Framework::Catch2v3, "usage"), Lines{"none"});
}

TEST(TestProgram, DoctestXml) {
  const auto list = [](const std::string& tags) {
    return read_list(Framework::Doctest, {.out = "<doctest binary=\"x\">\n" + tags + "</doctest>", .err = ""},
                     "")
        .value();
  };
  const auto cases = list(
      "<TestCase name=\"a, b\" filename=\"f.cc\" line=\"3\" skipped=\"true\"/>\n"
      "<TestCase name=\"same\" testsuite=\"s\"/>\n<TestCase name=\"same\" testsuite=\"t\"/>\n"
      "<TestCase name=\"same\"/>\n<TestCase name=\"same\" testsuite=\"s\"/>\n");
  ASSERT_EQ(cases.size(), 4u);
  EXPECT_TRUE(cases[0].ignored);
  EXPECT_EQ(cases[0].line, 3u);
  EXPECT_EQ(cases[0].selection, (Lines{"--dt-test-case=a? b"}));
  EXPECT_EQ(cases[1].name, "s::same");
  EXPECT_EQ(cases[1].selection, (Lines{"--dt-test-case=same", "--dt-test-suite=s"}));
  EXPECT_EQ(cases[3].name, "same");
  EXPECT_EQ(cases[3].selection, (Lines{"--dt-test-case=same", "--dt-test-suite-exclude=s,t"}));
}

TEST(TestProgram, ListsOfProgramsThatDiedAreNone) {
  for (const Framework framework :
       {Framework::GoogleTest, Framework::Catch2v2, Framework::Catch2v3, Framework::Doctest}) {
    EXPECT_FALSE(
        read_list(framework, {.signal = 11, .out = "A.\n  B\n<MatchingTests><doctest ", .err = ""}, ""));
    EXPECT_FALSE(
        read_list(framework, {.timed_out = true, .out = "A.\n  B\n<MatchingTests><doctest ", .err = ""}, ""));
  }
}

TEST(TestProgram, Commands) {
  TestProgram program{.package = "p", .name = "t", .path = "/x/t", .working_directory = "/w"};
  program.args = {"--verbose"};
  program.env = {{"A", "new"}};
  program.runner = {"qemu"};
  const Lines environment{"A=old", "GTEST_FILTER=x", "PATH=/bin", "TEST_TOTAL_SHARDS=2", "TESTS=1"};
  const TestCase one{.name = "S.a"}, two{.name = "S.b"};
  const Command run = run_command(program, Framework::GoogleTest, {&one, &two}, "/r.json", environment);
  EXPECT_EQ(run.argv,
            (Lines{"qemu", "/x/t", "--verbose", "--gtest_filter=S.a:S.b", "--gtest_output=json:/r.json",
                   "--gtest_color=no", "--gtest_also_run_disabled_tests"}));
  EXPECT_EQ(run.environment, (Lines{"PATH=/bin", "TESTS=1", "A=new"}));
  EXPECT_EQ(run.directory, "/w");
  EXPECT_EQ(list_command(program, Framework::Catch2v3, "", environment).argv,
            (Lines{"qemu", "/x/t", "--verbose", "--list-tests", "--reporter", "xml"}));
  const TestCase whole{};
  EXPECT_EQ(run_command(program, Framework::None, {&whole}, "", environment).argv,
            (Lines{"qemu", "/x/t", "--verbose"}));
  EXPECT_EQ(test_id(program, ""), "p::t");
  EXPECT_EQ(test_id(program, "S.a"), "p::t::S.a");
}

}  // namespace
}  // namespace hull::tool
