#include "tool/timings.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hull::tool {
namespace {

class Timings : public testing::Test {
 protected:
  engine::ActionId add(const std::string& description, const std::vector<std::string>& inputs,
                       const std::string& output) {
    engine::Action action;
    action.description = description;
    action.words = {"true"};
    for (const std::string& input : inputs) action.inputs.push_back(graph_.file(input));
    action.outputs = {graph_.file(output)};
    const auto id = graph_.add(std::move(action));
    EXPECT_TRUE(id) << description;
    return id.value_or(engine::kNoAction);
  }

  engine::FileTable files_;
  engine::ActionGraph graph_{files_};
};

TEST_F(Timings, TheCriticalPathIsTheLongestChain) {
  const auto quick = add("Compiling a quick.cc", {"quick.cc"}, "quick.o");
  const auto slow = add("Compiling a slow.cc", {"slow.cc"}, "slow.o");
  const auto link = add("Linking a", {"quick.o", "slow.o"}, "a");
  const auto other = add("Compiling b big.cc", {"big.cc"}, "big.o");
  // In order of their ends, as an observer sees them.
  const std::vector<TimedAction> timed = {{.action = quick, .slot = 0, .begin = 0, .end = 1},
                                          {.action = slow, .slot = 1, .begin = 0, .end = 3},
                                          {.action = other, .slot = 0, .begin = 1, .end = 4.5},
                                          {.action = link, .slot = 1, .begin = 3, .end = 4}};
  EXPECT_EQ(critical_path(graph_, timed), (std::vector<std::size_t>{1, 3}));
  EXPECT_TRUE(critical_path(graph_, {}).empty());
}

TEST_F(Timings, ThePageCannotBeBrokenByNames) {
  const auto evil = add("Compiling x </script><b>.cc", {"e.cc"}, "e.o");
  const std::vector<TimedAction> timed = {{.action = evil, .slot = 0, .begin = 0, .end = 1}};
  const std::string page = timings_page(
      graph_, timed,
      {.title = "<i>&", .profile = "dev", .command = "hull build", .date = "today", .seconds = 1, .clean = 0},
      "/nowhere");
  EXPECT_NE(page.find("<title>&lt;i&gt;&amp;: build timings</title>"), std::string::npos);
  EXPECT_EQ(page.find("</script><b>"), std::string::npos);
  EXPECT_EQ(page.find('@'), page.find("@media"));
  EXPECT_EQ(page.find("src=\""), std::string::npos);
  EXPECT_EQ(page.find("http"), std::string::npos);
}

std::string stay(const char* path, int begin, int end) {
  return fmt::format(
      R"({{"ph":"b","ts":{},"name":"Source","args":{{"detail":"{}"}}}},{{"ph":"e","ts":{},"name":"Source"}},)",
      begin, path, end);
}

const HeaderCost* find(const HeaderCosts& costs, const std::string& path) {
  const auto found = costs.find(path);
  return found == costs.end() ? nullptr : &found->second;
}

TEST(AddTimeTrace, GivesEachHeaderItsOwnTimeAndThatOfItsIncludes) {
  // Clang writes inner headers first.
  const std::string events = stay("inner.h", 2'000'000, 3'000'000) + stay("./outer.h", 1'000'000, 4'000'000) +
                             stay("inner.h", 5'000'000, 5'500'000);
  const std::string json = R"({"traceEvents":[)" + events + R"({"ph":"X","name":"Total Source","dur":1}]})";
  HeaderCosts costs;
  add_time_trace(json, costs);
  add_time_trace(json, costs);
  ASSERT_EQ(costs.size(), 2u);
  ASSERT_NE(find(costs, "outer.h"), nullptr);
  EXPECT_DOUBLE_EQ(find(costs, "outer.h")->total, 6);
  EXPECT_DOUBLE_EQ(find(costs, "outer.h")->own, 4);
  EXPECT_DOUBLE_EQ(find(costs, "inner.h")->total, 3);
  EXPECT_EQ(find(costs, "inner.h")->units, 2u);
}

TEST(AddTimeTrace, ReadsTheOlderFormatAndIgnoresRubbish) {
  HeaderCosts costs;
  for (const char* json :
       {"", "[]", "{}", R"({"traceEvents":3})", R"({"traceEvents":[1,{},{"name":"Source"},{"name":1}]})",
        R"({"traceEvents":[{"name":"Source","ph":"b","ts":1,"args":{"detail":"open.h"}}]})",
        R"({"traceEvents":[{"name":"Source","ph":"e","ts":"x"}]})"}) {
    add_time_trace(json, costs);
    EXPECT_TRUE(costs.empty()) << json;
  }
  add_time_trace(
      R"({"traceEvents":[{"name":"Source","ph":"X","ts":10,"dur":1000000,"args":{"detail":"a.h"}}]})", costs);
  ASSERT_EQ(costs.size(), 1u);
  EXPECT_DOUBLE_EQ(costs.at("a.h").total, 1);
}

}  // namespace
}  // namespace hull::tool
