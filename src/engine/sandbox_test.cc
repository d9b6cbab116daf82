// What an action in its own namespaces sees, and what it does not.
#include "engine/sandbox.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_system.h"
#include "base/text.h"
#include "engine/build.h"

namespace hull::engine {
namespace {

class SandboxTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!why_no_sandbox().empty()) GTEST_SKIP() << "no namespaces here: " << why_no_sandbox();
  }
  std::string path(std::string_view name) const { return root_ + "/" + std::string(name); }
  void write(std::string_view name, std::string_view text) { ASSERT_TRUE(fs::write(path(name), text)); }

  struct Ran {
    bool ok = false;
    std::string output, out;
  };
  // Runs `script`, which is to write "out/o", in a sandbox.
  Ran run(std::string script, const std::vector<std::string>& inputs = {}, Action action = {}) {
    struct Recorder : Observer {
      void finished(const Action&, const ActionEvent& event, const Progress&) override { output += event.output; }
      std::string output;
    } recorder;
    ::unlink(path(".state").c_str());
    auto log = StateLog::open(path(".state"));
    ActionGraph graph((*log)->files());
    action.words = {"/bin/sh", "-ec", std::move(script)};
    if (!action.environment) {
      action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"PATH=/usr/bin:/bin"});
    }
    for (const std::string& input : inputs) action.inputs.push_back(graph.file(input));
    action.outputs = {graph.file("out/o")};
    if (!action.sandbox) action.sandbox.emplace();
    const FileId wanted[] = {action.outputs[0]};
    EXPECT_TRUE(graph.add(std::move(action)));
    BuildOptions options;
    options.root = root_;
    const auto summary = engine::build(graph, **log, wanted, options, recorder);
    EXPECT_TRUE(summary);
    return {summary && summary->failed == 0, recorder.output, fs::read(path("out/o")).value_or("")};
  }

  fs::TemporaryDirectory directory_;
  std::string root_ = directory_.path();
};

TEST_F(SandboxTest, SeesWhatItDeclaredAndNothingElse) {
  write("in", "declared");
  write("hidden", "not declared");
  write("dir/sub/in", "below");
  const Ran ran = run("cat in dir/sub/in > out/o; ls -A >> out/o; ls -A dir >> out/o; cat hidden 2>&1 || true", {"in", "dir/sub/in"});
  EXPECT_TRUE(ran.ok) << ran.output;
  EXPECT_EQ(ran.out, "declaredbelowdir\nin\nout\nsub\n");
  EXPECT_TRUE(ran.output.contains("hidden: No such file or directory")) << ran.output;
}

TEST_F(SandboxTest, AForgottenInputFailsTheFirstTime) {
  write("hidden", "x");
  EXPECT_FALSE(run("cat hidden > out/o").ok);
}

TEST_F(SandboxTest, InputsCannotBeWritten) {
  write("in", "before");
  write("ro/x", "before");
  Action action;
  action.sandbox = Sandbox{{"ro"}};
  const Ran ran = run("echo > in && exit 1; echo > ro/x && exit 1; touch /usr/x && exit 1; : > out/o", {"in"}, std::move(action));
  EXPECT_TRUE(ran.ok) << ran.output;
  EXPECT_EQ(fs::read(path("in")), "before");
  EXPECT_EQ(fs::read(path("ro/x")), "before");
}

TEST_F(SandboxTest, OutputsMayLieInsideWhatIsReadable) {
  write("out/in", "1");
  write("src", "2");
  Action action;
  action.sandbox = Sandbox{{"."}};
  const Ran ran = run("cat out/in src > out/new; mv out/new out/o; echo > src 2>/dev/null && exit 1; true", {}, std::move(action));
  EXPECT_TRUE(ran.ok) << ran.output;
  EXPECT_EQ(ran.out, "12");
  EXPECT_EQ(fs::read(path("src")), "2");
}

TEST_F(SandboxTest, AnInputInsideTheOutputDirectoryIsReadOnly) {
  write("out/in", "1");
  const Ran ran = run("cat out/in > out/o; echo 2 > out/in", {"out/in"});
  EXPECT_FALSE(ran.ok);
  EXPECT_EQ(fs::read(path("out/in")), "1");
}

TEST_F(SandboxTest, HasNoNetwork) {
  const Ran ran = run("ls /sys/class/net 2>/dev/null || true; grep -c : /proc/net/dev > out/o || true");
  EXPECT_TRUE(ran.ok) << ran.output;
  EXPECT_EQ(ran.out, "1\n");  // The loopback, which is down.
}

TEST_F(SandboxTest, HasASystemToRunOn) {
  const Ran ran = run(
      "test -x /bin/sh; test -x /usr/bin/env; echo x > /dev/null; head -c 1 /dev/zero > /dev/null; head -c 1 /dev/urandom > "
      "/dev/null; test -r /etc/passwd; cat < /dev/stdin; mktemp > /dev/null; pwd > out/o; id -u >> out/o");
  EXPECT_TRUE(ran.ok) << ran.output;
  EXPECT_EQ(ran.out, root_ + "\n" + std::to_string(::geteuid()) + "\n");
}

TEST_F(SandboxTest, LinksAreFollowedToWhatTheyMean) {
  write("real/in", "linked");
  ASSERT_EQ(::symlink("real/in", path("link").c_str()), 0);
  ASSERT_EQ(::symlink("real", path("dir").c_str()), 0);
  const Ran ran = run("cat link dir/in > out/o", {"link", "dir/in"});
  EXPECT_TRUE(ran.ok) << ran.output;
  EXPECT_EQ(ran.out, "linkedlinked");
}

TEST_F(SandboxTest, TheWorkspaceMayBeReachedByALink) {
  write("real/in", "1");
  ASSERT_EQ(::symlink("real", path("way").c_str()), 0);
  root_ = path("way");
  const Ran ran = run("cat in > out/o", {"in"});
  EXPECT_TRUE(ran.ok) << ran.output;
  EXPECT_EQ(ran.out, "1");
}

TEST_F(SandboxTest, GetsItsTemporaryDirectoryEmpty) {
  write("scratch/old", "1");
  Action action;
  action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"PATH=/usr/bin:/bin", "TMPDIR=" + path("scratch")});
  const Ran ran = run("ls -A $TMPDIR > out/o; mktemp > /dev/null", {}, std::move(action));
  EXPECT_TRUE(ran.ok) << ran.output;
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(fs::list(path("scratch"))->size(), 1u);
}

TEST_F(SandboxTest, WritesItsDepfileAndReadsItsResponse) {
  write("in", "1");
  Action action;
  action.depfile = "deps/d";
  action.response_path = "rsp/r";
  action.response = "words";
  const Ran ran = run("cat rsp/r in > out/o; echo 'out/o: in' > deps/d", {"in"}, std::move(action));
  EXPECT_TRUE(ran.ok) << ran.output;
  EXPECT_EQ(ran.out, "words1");
}

TEST_F(SandboxTest, StandardOutputMayBeTheOutput) {
  Action action;
  action.stdout_path = "out/o";
  const Ran ran = run("echo to file; echo to us >&2", {}, std::move(action));
  EXPECT_TRUE(ran.ok);
  EXPECT_EQ(ran.out, "to file\n");
  EXPECT_EQ(ran.output, "to us\n");
}

TEST_F(SandboxTest, SaysWhatItCouldNotRun) {
  write("tool", "#!/bin/sh\n");
  struct Recorder : Observer {
    void finished(const Action&, const ActionEvent& event, const Progress&) override { output += event.output; }
    std::string output;
  } recorder;
  auto log = StateLog::open(path(".state"));
  ActionGraph graph((*log)->files());
  Action action;
  action.words = {"./tool"};
  action.outputs = {graph.file("out/o")};
  action.sandbox.emplace();
  const FileId wanted[] = {action.outputs[0]};
  ASSERT_TRUE(graph.add(std::move(action)));
  BuildOptions options;
  options.root = root_;
  const auto summary = engine::build(graph, **log, wanted, options, recorder);
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->failed, 1u);
  EXPECT_EQ(recorder.output, "hull: sandbox: cannot run ./tool: No such file or directory\n");
}

TEST_F(SandboxTest, LeavesNothingBehind) {
  const std::string before = fs::read("/proc/self/mountinfo").value_or("");
  write("in", "1");
  EXPECT_TRUE(run("cat in > out/o; mkdir /x; touch /tmp/y", {"in"}).ok);
  EXPECT_EQ(fs::read("/proc/self/mountinfo").value_or("gone"), before);
  EXPECT_FALSE(fs::exists("/x"));
  EXPECT_EQ(fs::list(path("out"))->size(), 1u);
}

}  // namespace
}  // namespace hull::engine
