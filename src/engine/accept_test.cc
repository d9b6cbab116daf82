// Stories of results that count, and of some that do not. What an author or another program does while a command runs, the
// command does itself here: so it happens at the right moment.
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_system.h"
#include "engine/build.h"

namespace hull::engine {
namespace {

using Events = std::vector<std::string>;

class AcceptTest : public ::testing::Test {
 protected:
  std::string path(std::string_view name) const { return directory_.path() + "/" + std::string(name); }
  void write(std::string_view name, std::string_view text) { ASSERT_TRUE(fs::write(path(name), text)); }
  std::string read(std::string_view name) const { return fs::read(path(name)).value_or("<missing>"); }

  struct Rule {
    std::vector<std::string> outputs;
    std::vector<std::string> inputs;
    std::string script;
    Action action = {};  // The rest.
    std::string late_inputs = {};
    std::vector<std::string> order_only = {};
    std::vector<std::string> search = {};
  };
  static Action with_depfile(std::string depfile) {
    Action action;
    action.depfile = std::move(depfile);
    return action;
  }

  Events build(const std::vector<Rule>& rules, const std::vector<std::string>& wanted) {
    struct Recorder : Observer {
      void finished(const Action& action, const ActionEvent& event, const Progress&) override {
        events.push_back(action.description + (event.outcome == Outcome::Failed ? " failed" : " ran"));
        explanations.push_back(event.explanation);
        output += event.output;
      }
      void message(std::string_view text) override { messages += text; }
      Events events, explanations;
      std::string output, messages;
    } recorder;
    auto log = StateLog::open(path(".state"));
    EXPECT_TRUE(log);
    ActionGraph graph((*log)->files());
    for (const Rule& rule : rules) {
      Action action = rule.action;
      action.description = rule.outputs.front();
      action.words = {"/bin/sh", "-ec", rule.script};
      action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"PATH=/usr/bin:/bin"});
      for (const std::string& input : rule.inputs) action.inputs.push_back(graph.file(input));
      for (const std::string& input : rule.order_only) action.order_only.push_back(graph.file(input));
      for (const std::string& output : rule.outputs) action.outputs.push_back(graph.file(output));
      if (!rule.late_inputs.empty()) action.late_inputs = graph.file(rule.late_inputs);
      if (!rule.search.empty()) action.search = std::make_shared<SearchPath>(SearchPath{rule.search});
      EXPECT_TRUE(graph.add(std::move(action)));
    }
    std::vector<FileId> files;
    for (const std::string& name : wanted) files.push_back(graph.file(name));
    BuildOptions options;
    options.root = directory_.path();
    options.jobs = jobs_;
    options.explain = options.keep_going = true;
    const auto summary = engine::build(graph, **log, files, options, recorder);
    error_ = summary ? "" : summary.error().message;
    moved_ = summary && summary->moved;
    output_ = recorder.output;
    messages_ = recorder.messages;
    explanations_ = recorder.explanations;
    return recorder.events;
  }

  fs::TemporaryDirectory directory_;
  unsigned jobs_ = 2;
  bool moved_ = false;
  std::string output_, messages_, error_;
  Events explanations_;
};

// --- inputs that move while they are read ----------------------------------------------------------------------

TEST_F(AcceptTest, AnInputEditedAndEditedBackIsNotBelieved) {
  write("a", "1");
  const Rule honest = {{"b"}, {"a"}, "cat a > b"};
  build({honest}, {"b"});
  const Rule rule = {{"b"}, {"a"}, "printf 2 > a; cat a > b; printf 1 > a"};
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_TRUE(moved_);
  EXPECT_EQ(messages_, "`a` changed while it was read: what read it runs again in the next build");
  EXPECT_EQ(read("b"), "2");
  EXPECT_EQ(build({honest}, {"b"}), Events{"b ran"});
  EXPECT_FALSE(moved_);
  EXPECT_EQ(read("b"), "1");
  EXPECT_EQ(build({honest}, {"b"}), Events{});
}

TEST_F(AcceptTest, AHeaderSeenForTheFirstTimeIsNotBelievedEither) {
  write("a", "1");
  write("h", "1");
  const Rule rule = {{"b"}, {"a"}, "[ -e once ] || printf 2 > h; cat h > b; printf 1 > h; touch once; echo 'b: a h' > d", with_depfile("d")};
  build({rule}, {"b"});
  EXPECT_TRUE(moved_);  // Or a seal would say that all is up to date.
  EXPECT_EQ(read("b"), "2");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(read("b"), "1");
}

TEST_F(AcceptTest, AKnownHeaderFirstLookedAtAfterwardsIsNotBelieved) {
  // The log knows h from an action that no longer reads it, so nothing looks at it before the command ends.
  write("h", "1");
  build({{{"other"}, {"h"}, "cat h > other"}}, {"other"});
  const Rule rule = {{"b"}, {}, "[ -e once ] || printf 2 > h; cat h > b; printf 1 > h; touch once; echo 'b: h' > d", with_depfile("d")};
  build({rule}, {"b"});
  EXPECT_EQ(read("b"), "2");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(read("b"), "1");
}

TEST_F(AcceptTest, AHeaderRemovedWhileItIsReadIsNotForgotten) {
  write("h", "1");
  const Rule rule = {{"b"}, {}, "cat h > b 2>/dev/null || echo none > b; rm -f h; echo 'b: h' > d", with_depfile("d")};
  build({rule}, {"b"});
  EXPECT_EQ(read("b"), "1");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(read("b"), "none\n");
  // That it is missing is a fact like others, which a probe's depfile may state.
  EXPECT_EQ(build({rule}, {"b"}), Events{});
  write("h", "2");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
}

TEST_F(AcceptTest, AnInputEditedBeforeTheBuildMayBeReadBeforeTheActionThatDeclaresItStarts) {
  // `b` has started, and reads h, when h is looked at for the first time because `c` is about to start.
  const auto rules = [](const std::string& version) {
    return std::vector<Rule>{
        {{"b"}, {}, "while [ ! -e c-runs ]; do :; done; cat h > b; : " + version + "; echo 'b: h' > d", with_depfile("d")},
        {{"c"}, {"h"}, ": > c-runs; cat h > c; : " + version}};
  };
  for (const std::string version : {"1", "2"}) {
    ::unlink(path("c-runs").c_str());
    write("h", version);
    build(rules(version), {"b", "c"});
    EXPECT_FALSE(moved_) << version;
    EXPECT_EQ(read("b"), version);
    EXPECT_EQ(build(rules(version), {"b", "c"}), Events{}) << version;
  }
}

TEST_F(AcceptTest, AnInputEditedBeforeTheBuildMayBeReadBeforeAnActionThatReadItLastTimeIsConsidered) {
  // `b` runs, and reads h, when h is looked at for the first time: `go` has ended, and `c` read h when it last ran.
  const auto rules = [](const std::string& version) {
    return std::vector<Rule>{
        {{"b"}, {}, "while [ ! -e c-runs ]; do :; done; cat h > b; : " + version + "; echo 'b: h' > d", with_depfile("d")},
        {{"go"}, {}, "echo > go; : " + version},
        {{"c"}, {"go"}, ": > c-runs; cat h > c; echo 'c: h' > e", with_depfile("e")}};
  };
  for (const std::string version : {"1", "2"}) {
    ::unlink(path("c-runs").c_str());
    write("h", version);
    EXPECT_EQ(build(rules(version), {"b", "c"}).size(), 3u);
    EXPECT_FALSE(moved_) << version << messages_;
    EXPECT_EQ(read("b"), version);
    EXPECT_EQ(build(rules(version), {"b", "c"}), Events{}) << version;
  }
}

TEST_F(AcceptTest, AnActionThatReadAHeaderBeforeItsEditIsNotBelievedThoughAnotherReadItAfterwards) {
  const std::vector<Rule> rules = {
      {{"old"}, {}, "cat h > old; : > was-read; while [ ! -e accepted ]; do :; done; echo 'old: h' > d", with_depfile("d")},
      {{"edit"}, {}, "while [ ! -e was-read ]; do :; done; printf 2 > h; sleep 0.02; : > edit"},
      {{"new"}, {"edit"}, "cat h > new; echo 'new: h' > e", with_depfile("e")},
      {{"end"}, {"new"}, ": > accepted; : > end"}};
  for (const bool known : {false, true}) {
    for (const char* name : {".state", "was-read", "accepted"}) ::unlink(path(name).c_str());
    write("h", "1");
    if (known) build({{{"other"}, {"h"}, "cat h > other"}}, {"other"});
    build(rules, {"old", "end"});
    EXPECT_EQ(read("old"), "1");
    EXPECT_EQ(read("new"), "2");
    EXPECT_TRUE(moved_) << known;
    EXPECT_EQ(build(rules, {"old", "end"}), Events{"old ran"}) << known;
    EXPECT_EQ(read("old"), "2") << known;
    EXPECT_EQ(build(rules, {"old", "end"}), Events{}) << known;
  }
}

TEST_F(AcceptTest, ADirectoryThatABuildMakesWhileIncludesLookThereMovesNothing) {
  write("inc/x.h", "1");
  const Rule compile = {.outputs = {"b"},
                        .inputs = {},
                        .script = "while [ ! -e gen/deep/out ]; do :; done; cat inc/x.h > b; echo 'b: inc/x.h' > d",
                        .action = with_depfile("d"),
                        .search = {"gen/deep", "gen", "inc"}};
  const Rule generate = {{"gen/deep/out"}, {}, "echo 1 > gen/deep/out"};
  build({compile, generate}, {"b", "gen/deep/out"});
  EXPECT_FALSE(moved_);
  EXPECT_EQ(messages_, "");
  EXPECT_EQ(build({compile, generate}, {"b", "gen/deep/out"}), Events{});
  // But a header of that name would be found first.
  write("gen/deep/x.h", "2");
  EXPECT_EQ(build({compile, generate}, {"b", "gen/deep/out"}), Events{"b ran"});
}

TEST_F(AcceptTest, AHeaderChangedBeforeTheBuildAndDiscoveredInItIsNotRunTwice) {
  write("h", "1");
  build({{{"other"}, {"h"}, "cat h > other"}}, {"other"});
  write("h", "2");
  const Rule rule = {{"b"}, {}, "cat h > b; echo 'b: h' > d", with_depfile("d")};
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(build({rule}, {"b"}), Events{});
  // The one that read it before does.
  EXPECT_EQ(build({{{"other"}, {"h"}, "cat h > other"}}, {"other"}), Events{"other ran"});
}

TEST_F(AcceptTest, ANameThatCameAndWentWhileItWasAskedForIsNotBelieved) {
  write("a", "#if __has_include(<opt.h>)\n#endif\n");
  ASSERT_TRUE(fs::make_directories(path("inc")));
  Rule rule = {{"b"}, {"a"}, "[ -e once ] || touch inc/opt.h; ls inc > b; rm -f inc/opt.h; touch once; echo 'b: a' > d", with_depfile("d"),
               {}, {}, {"inc"}};
  build({rule}, {"b"});
  EXPECT_EQ(read("b"), "opt.h\n");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(read("b"), "");
  EXPECT_EQ(build({rule}, {"b"}), Events{});
}

TEST_F(AcceptTest, AShadowThatCameMeanwhileRunsAgain) {
  write("a", "#include <x.h>\n");
  write("far/x.h", "far");
  ASSERT_TRUE(fs::make_directories(path("near")));
  const Rule rule = {{"b"}, {"a"}, "h=far/x.h; [ ! -e near/x.h ] || h=near/x.h; cat $h > b; echo \"b: a $h\" > d; printf near > near/x.h",
                     with_depfile("d"), {}, {}, {"near", "far"}};
  build({rule}, {"b"});
  EXPECT_EQ(read("b"), "far");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(read("b"), "near");
}

TEST_F(AcceptTest, AHeaderThatWasAwayWhileItWasLookedForIsNotBelievedToHaveBeenPassedOver) {
  write("src/a", "#include \"x.h\"\n");
  write("src/x.h", "beside");
  write("far/x.h", "far");
  const Rule rule = {{"b"}, {"src/a"},
                     "[ -e once ] || mv src/x.h kept; h=far/x.h; [ ! -e src/x.h ] || h=src/x.h; cat $h > b; echo \"b: src/a $h\" > d\n"
                     "[ -e once ] || mv kept src/x.h; touch once",
                     with_depfile("d"), {}, {}, {"src", "far"}};
  build({rule}, {"b"});
  EXPECT_TRUE(moved_);
  EXPECT_EQ(read("b"), "far");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(read("b"), "beside");
  EXPECT_EQ(build({rule}, {"b"}), Events{});
}

TEST_F(AcceptTest, OurOwnOutputsInASearchedDirectoryDisturbNothing) {
  write("a.c", "#if __has_include(<late.h>)\n#endif\n#include \"g.h\"\n");
  Rule generate = {{"gen/g.h"}, {}, "echo > gen/g.h"};
  Rule other = {{"gen/other.cc"}, {}, "while [ ! -e started ]; do :; done; echo > gen/other.cc; touch done"};
  Rule compile = {{"o"}, {"a.c"}, "touch started; while [ ! -e done ]; do :; done; cat a.c > o; echo 'o: a.c gen/g.h' > d",
                  with_depfile("d"), {}, {"gen/g.h"}, {"gen", "inc"}};
  EXPECT_EQ(build({generate, other, compile}, {"o", "gen/other.cc"}).size(), 3u);
  EXPECT_FALSE(moved_);
  EXPECT_EQ(build({generate, other, compile}, {"o", "gen/other.cc"}), Events{});
}

// --- depfiles ---------------------------------------------------------------------------------------------------

TEST_F(AcceptTest, AToolMayListWhatItWrites) {
  const Rule rule = {{"b", "c"}, {}, "echo > b; echo > c; echo 'b c: b c' > d", with_depfile("d")};
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(build({rule}, {"b"}), Events{});
}

TEST_F(AcceptTest, ADepfileThatIsMissingOrNoneIsAFailure) {
  EXPECT_EQ(build({{{"b"}, {}, "echo > b", with_depfile("d")}}, {"b"}), Events{"b failed"});
  EXPECT_TRUE(output_.contains("cannot read d: No such file or directory")) << output_;
  EXPECT_EQ(build({{{"b"}, {}, "echo > b; : > d", with_depfile("d")}}, {"b"}), Events{"b failed"});
  EXPECT_TRUE(output_.contains("a dependency file has no rule") && output_.contains("while reading d")) << output_;
}

TEST_F(AcceptTest, AnOldDepfileIsNotTakenForANewOne) {
  write("h", "1");
  build({{{"b"}, {}, "echo > b; echo 'b: h' > d", with_depfile("d")}}, {"b"});
  EXPECT_EQ(build({{{"b"}, {}, "echo 2 > b", with_depfile("d")}}, {"b"}), Events{"b failed"});
}

TEST_F(AcceptTest, PathsOfADepfileAreThoseOfTheGraph) {
  write("sub/h", "1");
  ASSERT_EQ(::symlink("sub", path("link").c_str()), 0);
  write("up", "1");
  const std::string absolute = path("sub/h");
  const Rule rule = {{"b"}, {}, fmt::format("echo > b; echo 'b: ./sub//h sub/../up {}' > d", absolute), with_depfile("d")};
  build({rule}, {"b"});
  write("sub/h", "2");
  build({rule}, {"b"});
  EXPECT_EQ(explanations_, Events{"input sub/h changed"});
  write("up", "2");
  build({rule}, {"b"});
  EXPECT_EQ(explanations_, Events{"input up changed"});
  // Where a link makes .. lead elsewhere the spelling stays.
  write("far/away/h", "1");
  write("far/up", "1");
  ASSERT_EQ(::symlink("far/away", path("jump").c_str()), 0);
  const Rule jump = {{"c"}, {}, "echo > c; echo 'c: jump/../up' > d2", with_depfile("d2")};
  build({jump}, {"c"});
  write("far/up", "2");
  build({jump}, {"c"});
  EXPECT_EQ(explanations_, Events{"input jump/../up changed"});
}

TEST_F(AcceptTest, NamesMayHaveAnyBytes) {
  const std::string source = "a b\n\xff.c", header = "x y#$.h";
  write(source, "1");
  write(header, "1");
  const Rule rule = {{"out put\t\xfe"}, {source}, "cat *.c > 'out put\t\xfe'; echo 'o: x\\ y\\#$$.h' > d", with_depfile("d")};
  EXPECT_EQ(build({rule}, {"out put\t\xfe"}).size(), 1u);
  EXPECT_EQ(build({rule}, {"out put\t\xfe"}), Events{});
  write(source, "2");
  build({rule}, {"out put\t\xfe"});
  EXPECT_EQ(explanations_, Events{"input a b\\x0a\\xff.c changed"});
  write(header, "2");
  EXPECT_EQ(build({rule}, {"out put\t\xfe"}).size(), 1u);
  write("x y", "");
  EXPECT_EQ(build({rule}, {"out put\t\xfe"}), Events{});
}

TEST_F(AcceptTest, AnInputIsWhatTheLayersAllow) {
  struct Reject : InputPolicy {
    std::optional<std::string> rejects(std::string_view name) const override {
      return name == "h" ? std::optional<std::string>("`h` is of another package") : std::nullopt;
    }
  };
  write("h", "1");
  Rule rule = {{"b"}, {}, "echo > b; echo 'b: h' > d", with_depfile("d")};
  rule.action.policy = std::make_shared<Reject>();
  EXPECT_EQ(build({rule}, {"b"}), Events{"b failed"});
  EXPECT_EQ(output_, "error: `h` is of another package\n");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b failed"});
}

// --- files in odd shapes ----------------------------------------------------------------------------------------

TEST_F(AcceptTest, AHeaderTurnedIntoADirectoryRuns) {
  write("h", "1");
  const Rule rule = {{"b"}, {}, "cat h > b; echo 'b: h' > d", with_depfile("d")};
  build({rule}, {"b"});
  ASSERT_TRUE(fs::remove_all(path("h")));
  write("h/x", "");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b failed"});
  EXPECT_EQ(explanations_, Events{"input h changed"});
}

TEST_F(AcceptTest, ALinkLoopIsAMissingInput) {
  ASSERT_EQ(::symlink("a", path("a").c_str()), 0);
  EXPECT_EQ(build({{{"b"}, {"a"}, "cat a > b"}}, {"b"}), Events{"b failed"});
  EXPECT_EQ(output_, "error: `a` does not exist, and nothing makes it\n");
}

TEST_F(AcceptTest, AnUnreadableInputIsNamed) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  write("a", "1");
  ::chmod(path("a").c_str(), 0);
  EXPECT_EQ(build({{{"b"}, {"a"}, "cat a > b"}}, {"b"}), Events{"b failed"});
  EXPECT_EQ(output_, "error: cannot read a: Permission denied\n");
}

TEST_F(AcceptTest, AReadOnlyTargetIsNamed) {
  if (::geteuid() == 0) GTEST_SKIP() << "root writes everywhere";
  ASSERT_TRUE(fs::make_directories(path("out")));
  ::chmod(path("out").c_str(), 0500);
  EXPECT_EQ(build({{{"out/b"}, {}, "echo > out/b"}}, {"out/b"}), Events{"out/b failed"});
  EXPECT_TRUE(output_.contains("Permission denied")) << output_;
  ::chmod(path("out").c_str(), 0700);
}

TEST_F(AcceptTest, ADirectoryMayBeAnInput) {
  write("dir/a", "1");
  const Rule rule = {{"b"}, {"dir"}, "ls dir > b"};
  build({rule}, {"b"});
  EXPECT_EQ(build({rule}, {"b"}), Events{});
  write("dir/b", "1");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(read("b"), "a\nb\n");
  // One that gets an entry while it is listed is not believed.
  const Rule busy = {{"b"}, {"dir"}, "ls dir > b; [ -e dir/c ] || echo > dir/c"};
  build({busy}, {"b"});
  EXPECT_EQ(build({busy}, {"b"}), Events{"b ran"});
  EXPECT_EQ(read("b"), "a\nb\nc\n");
  EXPECT_EQ(build({busy}, {"b"}), Events{});
}

TEST_F(AcceptTest, OldOutputsGoBeforeTheCommandRuns) {
  write("a", "1");
  const Rule append = {{"b"}, {"a"}, "cat a >> b"};
  build({append}, {"b"});
  ASSERT_EQ(::link(path("b").c_str(), path("mine").c_str()), 0);
  write("a", "2");
  build({append}, {"b"});
  EXPECT_EQ(read("b"), "2");
  EXPECT_EQ(read("mine"), "1");
}

TEST_F(AcceptTest, EveryOutputIsWatched) {
  const Rule rule = {{"b", "c"}, {}, "echo b > b; echo c > c"};
  build({rule}, {"b"});
  write("c", "edited");
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(explanations_, Events{"output c is not what was built"});
  ::unlink(path("c").c_str());
  EXPECT_EQ(build({rule}, {"b"}), Events{"b ran"});
  EXPECT_EQ(build({rule}, {"b"}), Events{});
}

// --- answers, late inputs, generated headers -----------------------------------------------------------------------

TEST_F(AcceptTest, AFailedProbeAnswersWithAnEmptyFile) {
  write("a", "1");
  Rule probe = {{"answer"}, {"a"}, "echo half > answer; [ \"$(cat a)\" = 2 ]"};
  probe.action.optional_failure = true;
  EXPECT_EQ(build({probe}, {"answer"}), Events{"answer ran"});
  EXPECT_EQ(read("answer"), "");
  EXPECT_EQ(build({probe}, {"answer"}), Events{});
  write("a", "2");
  EXPECT_EQ(build({probe}, {"answer"}), Events{"answer ran"});
  EXPECT_EQ(read("answer"), "half\n");
  probe.script = "kill -KILL $$";
  EXPECT_EQ(build({probe}, {"answer"}), Events{"answer failed"});
}

TEST_F(AcceptTest, LateInputsAreMadeFirstAndCount) {
  write("order", "m1\n");
  write("src1", "1");
  write("src2", "2");
  const Rule list = {{"list"}, {"order"}, "cat order > list"};
  const Rule m1 = {{"m1"}, {"src1"}, "cat src1 > m1"}, m2 = {{"m2"}, {"src2"}, "cat src2 > m2"};
  const Rule user = {{"user"}, {"list"}, "cat $(cat list) > user", {}, "list"};
  EXPECT_EQ(build({list, m1, m2, user}, {"user"}), (Events{"list ran", "m1 ran", "user ran"}));
  EXPECT_EQ(build({list, m1, m2, user}, {"user"}), Events{});
  write("src1", "one");
  EXPECT_EQ(build({list, m1, m2, user}, {"user"}), (Events{"m1 ran", "user ran"}));
  write("src2", "two");
  EXPECT_EQ(build({list, m1, m2, user}, {"user"}), Events{});
  write("order", "m2\n");
  EXPECT_EQ(build({list, m1, m2, user}, {"user"}), (Events{"list ran", "m2 ran", "user ran"}));
  EXPECT_EQ(read("user"), "two");
  // A module that imports itself.
  write("order", "user\n");
  EXPECT_EQ(build({list, m1, m2, user}, {"user"}), (Events{"list ran", "user failed"}));
  EXPECT_TRUE(output_.contains("files need each other in a cycle")) << output_;
}

TEST_F(AcceptTest, AGeneratedHeaderFoundEarlierIsMadeFirst) {
  // The compile does not declare it, but read it last time.
  write("in", "1");
  const Rule generate = {{"gen/h"}, {"in"}, "cat in > gen/h"};
  const Rule compile = {{"o"}, {}, "cat gen/h > o; echo 'o: gen/h' > d", with_depfile("d")};
  build({generate, compile}, {"gen/h"});
  build({generate, compile}, {"o"});
  write("in", "2");
  EXPECT_EQ(build({generate, compile}, {"o"}), (Events{"gen/h ran", "o ran"}));
  EXPECT_EQ(read("o"), "2");
  write("in", "2");
  EXPECT_EQ(build({generate, compile}, {"o"}), Events{});
}

TEST_F(AcceptTest, EmbeddedFilesCompareByContent) {
  write("main.c", "#embed \"data.h\"\n");
  write("data.h", "x // one");
  Rule rule = {{"o"}, {"main.c"}, "cat data.h > o; echo 'o: main.c data.h' > d", with_depfile("d")};
  rule.action.tokens = true;
  build({rule}, {"o"});
  write("data.h", "x // two");
  EXPECT_EQ(build({rule}, {"o"}), Events{"o ran"});
}

// --- graphs that are wrong ------------------------------------------------------------------------------------------

TEST_F(AcceptTest, WrongGraphsAreRefused) {
  auto log = StateLog::open(path(".state"));
  ActionGraph graph((*log)->files());
  Action action;
  action.description = "first";
  action.words = {"/bin/true"};
  action.outputs = {graph.file("a"), graph.file("a")};
  auto added = graph.add(action);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().message, "two actions write `a`: `first` and `first`");
  action.outputs = {};
  EXPECT_FALSE(graph.add(action));
  action.outputs = {graph.file("b")};
  action.words = {};
  EXPECT_FALSE(graph.add(action));
  action.words = {"/bin/true"};
  EXPECT_TRUE(graph.add(action));
}

TEST_F(AcceptTest, AnActionThatNeedsItselfIsACycle) {
  build({{{"a"}, {"a"}, "echo > a"}}, {"a"});
  EXPECT_EQ(error_, "files need each other in a cycle: `a` needs `a`");
}

}  // namespace
}  // namespace hull::engine
