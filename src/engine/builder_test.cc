// Stories over real files and real processes: what runs, and what does not, after a change.
#include "engine/build.h"

#include <gtest/gtest.h>
#include <fmt/format.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_system.h"
#include "base/text.h"
#include "engine/action_cache.h"

namespace hull::engine {
namespace {

class Recorder : public Observer {
 public:
  void finished(const Action& action, const ActionEvent& event, const Progress&) override {
    const char* how = event.outcome == Outcome::Ran        ? "ran"
                      : event.outcome == Outcome::CacheHit ? "hit"
                      : event.outcome == Outcome::Clean    ? "clean"
                                                           : "failed";
    events.push_back(action.description + " " + how);
    output += event.output;
    explanations.push_back(event.explanation);
  }
  void message(std::string_view text) override { messages += text; }
  std::vector<std::string> events, explanations;
  std::string output, messages;
};

// One project in a temporary directory; `rule` describes its actions anew for every build.
class BuilderTest : public ::testing::Test {
 protected:
  std::string path(std::string_view name) const { return directory_.path() + "/" + std::string(name); }
  void write(std::string_view name, std::string_view text) { ASSERT_TRUE(fs::write(path(name), text)); }
  std::string read(std::string_view name) const { return fs::read(path(name)).value_or("<missing>"); }

  struct Rule {
    std::string output;
    std::vector<std::string> inputs;
    std::string script;
    std::string depfile = {};
    bool tokens = false;
    std::vector<std::string> search = {};
    bool keeps_output = false;
    std::vector<std::string> also = {};  ///< Further outputs.
    std::string response = {};           ///< Written to `response` when not empty.
  };

  BuildSummary build(const std::vector<Rule>& rules, const std::vector<std::string>& wanted) {
    recorder_ = {};
    auto log = StateLog::open(path(".state"));
    EXPECT_TRUE(log) << log.error().message;
    ActionGraph graph((*log)->files());
    for (const Rule& rule : rules) {
      Action action;
      action.description = rule.output;
      action.words = {"/bin/sh", "-ec", rule.script};
      action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"PATH=/usr/bin:/bin"});
      for (const std::string& input : rule.inputs) action.inputs.push_back(graph.file(input));
      action.outputs = {graph.file(rule.output)};
      for (const std::string& output : rule.also) action.outputs.push_back(graph.file(output));
      action.response = rule.response;
      if (!rule.response.empty()) action.response_path = "response";
      action.depfile = rule.depfile;
      action.tokens = rule.tokens;
      action.keeps_output = rule.keeps_output;
      if (!rule.search.empty()) action.search = std::make_shared<SearchPath>(SearchPath{rule.search});
      EXPECT_TRUE(graph.add(std::move(action)));
    }
    std::vector<FileId> files;
    for (const std::string& name : wanted) files.push_back(graph.file(name));
    BuildOptions options;
    options.root = directory_.path();
    options.jobs = 2;
    options.explain = true;
    options.keep_going = keep_going_;
    options.cache = cache_.get();
    auto summary = engine::build(graph, **log, files, options, recorder_);
    EXPECT_TRUE(summary) << summary.error().message;
    return summary ? *summary : BuildSummary{};
  }

  void use_cache() {
    auto cache = ActionCache::open(path("cache"), std::uint64_t{1} << 30);
    ASSERT_TRUE(cache);
    cache_ = std::move(*cache);
  }

  fs::TemporaryDirectory directory_;
  Recorder recorder_;
  std::unique_ptr<ActionCache> cache_;
  bool keep_going_ = false;
};

using Events = std::vector<std::string>;

TEST_F(BuilderTest, BuildsOnceThenNothing) {
  write("a", "1");
  const std::vector<Rule> rules = {{"b", {"a"}, "cat a > b"}, {"out/c", {"b"}, "cat b b > out/c"}};
  EXPECT_EQ(build(rules, {"out/c"}).ran, 2u);
  EXPECT_EQ(read("out/c"), "11");
  const BuildSummary again = build(rules, {"out/c"});
  EXPECT_EQ(again.ran, 0u);
  EXPECT_EQ(again.clean, 2u);
}

TEST_F(BuilderTest, IdenticalOutputWakesNoDependent) {
  write("a", "1");
  const std::vector<Rule> rules = {{"b", {"a"}, "wc -c < a > b"}, {"c", {"b"}, "cat b > c"}};
  build(rules, {"c"});
  write("a", "2");
  build(rules, {"c"});
  EXPECT_EQ(recorder_.events, (Events{"b ran"}));
  EXPECT_EQ(recorder_.explanations, (Events{"input a changed"}));
  build(rules, {"c"});
  EXPECT_TRUE(recorder_.events.empty());
}

TEST_F(BuilderTest, TouchWithoutChangeRunsNothing) {
  write("a", "1");
  const std::vector<Rule> rules = {{"b", {"a"}, "cat a > b"}};
  build(rules, {"b"});
  write("a", "1");
  EXPECT_EQ(build(rules, {"b"}).ran, 0u);
}

TEST_F(BuilderTest, ContentChangedUnderRestoredMtimeIsSeen) {
  write("a", "1");
  const std::vector<Rule> rules = {{"b", {"a"}, "cat a > b"}};
  build(rules, {"b"});
  struct stat status;
  ASSERT_EQ(::stat(path("a").c_str(), &status), 0);
  write("a", "2");
  const timespec times[2] = {status.st_atim, status.st_mtim};
  ASSERT_EQ(::utimensat(AT_FDCWD, path("a").c_str(), times, 0), 0);
  EXPECT_EQ(build(rules, {"b"}).ran, 1u);
  EXPECT_EQ(read("b"), "2");
}

TEST_F(BuilderTest, EditedOrRemovedOutputIsMadeAgain) {
  write("a", "1");
  const std::vector<Rule> rules = {{"b", {"a"}, "cat a > b"}};
  build(rules, {"b"});
  write("b", "x");
  EXPECT_EQ(build(rules, {"b"}).ran, 1u);
  EXPECT_EQ(recorder_.explanations, (Events{"output b is not what was built"}));
  ::unlink(path("b").c_str());
  EXPECT_EQ(build(rules, {"b"}).ran, 1u);
  EXPECT_EQ(read("b"), "1");
}

TEST_F(BuilderTest, AResponseFileIsThatOfThePlanWhoseActionIsUpToDate) {
  // Each plan knows the action by another first output, so the log has a record for both.
  const std::vector<Rule> one = {
      {.output = "x", .inputs = {}, .script = "echo > x; echo > s", .also = {"s"}, .response = "1"}};
  const std::vector<Rule> two = {
      {.output = "y", .inputs = {}, .script = "echo > y; echo > s", .also = {"s"}, .response = "2"}};
  build(one, {"s"});
  build(two, {"s"});
  EXPECT_EQ(read("response"), "2");
  build(one, {"s"});
  EXPECT_EQ(read("response"), "1");
  EXPECT_EQ(recorder_.explanations, (Events{"response file response is not what was written for it"}));
  EXPECT_EQ(build(one, {"s"}).ran, 0u);
}

TEST_F(BuilderTest, EditedOrRemovedResponseFileIsWrittenAgain) {
  write("a", "1");
  const std::vector<Rule> rules = {{.output = "b", .inputs = {"a"}, .script = "cat a > b", .response = "1"}};
  build(rules, {"b"});
  write("response", "2");
  EXPECT_EQ(build(rules, {"b"}).ran, 1u);
  EXPECT_EQ(read("response"), "1");
  ::unlink(path("response").c_str());
  EXPECT_EQ(build(rules, {"b"}).ran, 1u);
  EXPECT_EQ(read("response"), "1");
  EXPECT_EQ(build(rules, {"b"}).ran, 0u);
}

TEST_F(BuilderTest, CachedResultComesWithItsResponseFile) {
  use_cache();
  const std::vector<Rule> rules = {{.output = "b", .inputs = {}, .script = "echo 1 > b", .response = "1"}};
  build(rules, {"b"});
  write("response", "2");
  build(rules, {"b"});
  EXPECT_EQ(recorder_.events, (Events{"b hit"}));
  EXPECT_EQ(read("response"), "1");
  EXPECT_EQ(build(rules, {"b"}).clean, 1u);
}

TEST_F(BuilderTest, CommandChangeRuns) {
  build({{"b", {}, "echo 1 > b"}}, {"b"});
  build({{"b", {}, "echo 2 > b"}}, {"b"});
  EXPECT_EQ(recorder_.explanations, (Events{"its command line, environment or compiler changed"}));
}

TEST_F(BuilderTest, KeptOutputIsToldAgainUntilTheActionRuns) {
  write("a", "warn\n");
  write("h", "1");
  ASSERT_TRUE(fs::make_directories(path("inc")));
  const std::string script = "cat a; cat a h > b; echo 'b: a h' > d";
  std::vector<Rule> rules = {{.output = "b",
                              .inputs = {"a"},
                              .script = script,
                              .depfile = "d",
                              .search = {"inc", "."},
                              .keeps_output = true},
                             {.output = "loud", .inputs = {"b"}, .script = "echo hello; cp b loud"}};
  build(rules, {"loud"});
  EXPECT_EQ(recorder_.events, (Events{"b ran", "loud ran"}));
  EXPECT_EQ(recorder_.output, "warn\nhello\n");
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(build(rules, {"loud"}).clean, 2u);
    EXPECT_EQ(recorder_.events, (Events{"b clean"}));
    EXPECT_EQ(recorder_.output, "warn\n");
  }
  // Not when it is not asked for, and still when its record was renewed: a name came where its includes look.
  build(rules, {"a"});
  EXPECT_TRUE(recorder_.events.empty());
  write("inc/other", "");
  for (int i = 0; i < 2; ++i) {
    build(rules, {"loud"});
    EXPECT_EQ(recorder_.output, "warn\n");
  }
  write("a", "");
  build(rules, {"loud"});
  EXPECT_EQ(recorder_.output, "hello\n");
  build(rules, {"loud"});
  EXPECT_TRUE(recorder_.events.empty());
  // From the cache it is told, and kept.
  use_cache();
  write("a", "again\n");
  build(rules, {"b"});
  ::unlink(path(".state").c_str());
  build(rules, {"b"});
  EXPECT_EQ(recorder_.events, (Events{"b hit"}));
  EXPECT_EQ(recorder_.output, "again\n");
  build(rules, {"b"});
  EXPECT_EQ(recorder_.events, (Events{"b clean"}));
  EXPECT_EQ(recorder_.output, "again\n");
}

TEST_F(BuilderTest, DiscoveredInputsCount) {
  write("main.c", "#include \"x.h\"\n");
  write("x.h", "1");
  const std::vector<Rule> rules = {
      {"o", {"main.c"}, "cat main.c x.h > o; echo 'o: main.c x.h' > d", "d"}};
  build(rules, {"o"});
  EXPECT_EQ(build(rules, {"o"}).ran, 0u);
  write("x.h", "2");
  build(rules, {"o"});
  EXPECT_EQ(recorder_.explanations, (Events{"input x.h changed"}));
  ::unlink(path("x.h").c_str());
  EXPECT_EQ(build(rules, {"o"}).failed, 1u);
}

TEST_F(BuilderTest, CommentRewordedInPlaceRunsNothing) {
  write("main.c", "int a; // one\n");
  const std::vector<Rule> rules = {{"o", {"main.c"}, "cat main.c > o; echo 'o: main.c' > d", "d", true}};
  build(rules, {"o"});
  write("main.c", "int a; // two words\n");
  EXPECT_EQ(build(rules, {"o"}).ran, 0u);
  write("main.c", "int  a; // two words\n");
  EXPECT_EQ(build(rules, {"o"}).ran, 1u);
}

TEST_F(BuilderTest, HeaderThatWouldBeFoundFirstRuns) {
  write("main.c", "#include <x.h>\n");
  write("far/x.h", "far");
  ASSERT_TRUE(fs::make_directories(path("near")));
  const std::vector<Rule> rules = {{"o", {"main.c"}, "cat near/x.h far/x.h > o 2>/dev/null || true; "
                                    "if [ -e near/x.h ]; then h=near/x.h; else h=far/x.h; fi; echo \"o: main.c $h\" > d",
                                    "d", true, {"near", "far"}}};
  build(rules, {"o"});
  EXPECT_EQ(build(rules, {"o"}).ran, 0u);
  write("near/other.h", "");
  EXPECT_EQ(build(rules, {"o"}).ran, 0u);
  write("near/x.h", "near");
  EXPECT_EQ(build(rules, {"o"}).ran, 1u);
  EXPECT_EQ(build(rules, {"o"}).ran, 0u);
  ::unlink(path("near/x.h").c_str());
  EXPECT_EQ(build(rules, {"o"}).ran, 1u);
}

TEST_F(BuilderTest, FailureStopsDependentsAndShowsOutput) {
  const std::vector<Rule> rules = {{"b", {}, "echo broken >&2; exit 3"}, {"c", {"b"}, "cat b > c"}, {"d", {}, "echo > d"}};
  keep_going_ = true;
  const BuildSummary summary = build(rules, {"c", "d"});
  EXPECT_EQ(summary.failed, 1u);
  EXPECT_EQ(summary.skipped, 1u);
  EXPECT_EQ(summary.ran, 1u);
  EXPECT_EQ(recorder_.output, "broken\n");
}

TEST_F(BuilderTest, OutputNotWrittenIsAFailure) {
  EXPECT_EQ(build({{"b", {}, "true"}}, {"b"}).failed, 1u);
  EXPECT_EQ(recorder_.output, "error: the command ended well but did not write `b`\n");
}

TEST_F(BuilderTest, CycleIsNamed) {
  auto log = StateLog::open(path(".state"));
  ActionGraph graph((*log)->files());
  for (const auto& [output, input] : {std::pair{"a", "b"}, std::pair{"b", "a"}}) {
    Action action;
    action.words = {"/bin/true"};
    action.inputs = {graph.file(input)};
    action.outputs = {graph.file(output)};
    ASSERT_TRUE(graph.add(std::move(action)));
  }
  BuildOptions options;
  options.root = directory_.path();
  const FileId wanted[] = {graph.file("a")};
  const auto built = engine::build(graph, **log, wanted, options, recorder_);
  ASSERT_FALSE(built);
  EXPECT_EQ(built.error().message, "files need each other in a cycle: `a` needs `b` needs `a`");
}

TEST_F(BuilderTest, MissingSourceIsNamed) {
  EXPECT_EQ(build({{"b", {"gone"}, "cat gone > b"}}, {"b"}).failed, 1u);
  EXPECT_EQ(recorder_.output, "error: `gone` does not exist, and nothing makes it\n");
}

TEST_F(BuilderTest, InputEditedWhileTheActionRunsMakesItDirty) {
  write("a", "1");
  const std::vector<Rule> rules = {{"b", {"a"}, "cat a > b; echo 2 > a"}};
  build(rules, {"b"});
  EXPECT_EQ(read("b"), "1");
  EXPECT_EQ(build(rules, {"b"}).ran, 1u);
  EXPECT_EQ(read("b"), "2\n");
}

TEST_F(BuilderTest, CacheServesAnOldState) {
  use_cache();
  write("main.c", "one");
  write("x.h", "1");
  const std::vector<Rule> rules = {{"o", {"main.c"}, "cat main.c x.h > o; echo 'o: main.c x.h' > d; echo warned", "d"}};
  build(rules, {"o"});
  write("x.h", "2");
  build(rules, {"o"});
  EXPECT_EQ(read("o"), "one2");
  write("x.h", "1");
  build(rules, {"o"});
  EXPECT_EQ(recorder_.events, (Events{"o hit"}));
  EXPECT_EQ(recorder_.output, "warned\n");
  EXPECT_EQ(read("o"), "one1");
  EXPECT_EQ(build(rules, {"o"}).clean, 1u);
}

TEST_F(BuilderTest, CacheNeverServesADamagedBlob) {
  use_cache();
  write("a", "1");
  const std::vector<Rule> rules = {{"b", {"a"}, "cat a > b"}};
  build(rules, {"b"});
  const std::string hex = sha256("1").hex();
  const std::string blob = path("cache/cas/" + hex.substr(0, 2) + "/" + hex);
  ASSERT_TRUE(fs::is_file(blob));
  ::chmod(blob.c_str(), 0644);
  ASSERT_TRUE(fs::write(blob, "x"));
  ::unlink(path("b").c_str());
  build(rules, {"b"});
  EXPECT_EQ(recorder_.events, (Events{"b ran"}));
  EXPECT_EQ(read("b"), "1");
}

TEST_F(BuilderTest, CacheDoesNotTakeAResultWhoseInputMoved) {
  use_cache();
  write("a", "1");
  const std::vector<Rule> rules = {{"b", {"a"}, "cat a > b; printf 2 > a"}};
  build(rules, {"b"});
  write("a", "1");
  ::unlink(path("b").c_str());
  build(rules, {"b"});
  EXPECT_EQ(recorder_.events, (Events{"b ran"}));
}

TEST_F(BuilderTest, TornLogLosesOnlyItsTail) {
  write("a", "1");
  const std::vector<Rule> rules = {{"b", {"a"}, "cat a > b"}, {"c", {"b"}, "cat b > c"}};
  build(rules, {"c"});
  const std::string whole = read(".state");
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    write(".state", whole.substr(0, size));
    build(rules, {"c"});
    EXPECT_EQ(read("c"), "1");
    EXPECT_EQ(build(rules, {"c"}).clean, 2u) << size;
  }
  for (std::size_t at = 0; at < whole.size(); at += 11) {
    std::string broken = whole;
    broken[at] = static_cast<char>(broken[at] ^ 0x5a);
    write(".state", broken);
    build(rules, {"c"});
    EXPECT_EQ(read("c"), "1");
    EXPECT_EQ(build(rules, {"c"}).clean, 2u) << at;
  }
}

}  // namespace
}  // namespace hull::engine
