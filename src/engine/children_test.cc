// Processes that behave badly.
#include "engine/children.h"

#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file_system.h"
#include "base/text.h"

namespace hull::engine {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class ChildrenTest : public ::testing::Test {
 protected:
  std::string path(std::string_view name) const { return directory_.path() + "/" + std::string(name); }
  static Action shell(std::string script) {
    Action action;
    action.words = {"/bin/sh", "-c", std::move(script)};
    action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"A=1", "PATH=/usr/bin:/bin"});
    return action;
  }
  // Runs to the end, with a limit that a hang would reach.
  static Ended finish(Children& children) {
    const auto until = std::chrono::steady_clock::now() + seconds(30);
    while (std::chrono::steady_clock::now() < until) {
      if (auto ended = children.wait(milliseconds(200)); !ended.empty()) return std::move(ended.front());
      if (children.running() == 0) break;
    }
    ADD_FAILURE() << "no child ended";
    return {};
  }
  Ended run(const Action& action, const std::vector<std::string>& extra = {}, const std::vector<int>& inherited = {}) {
    Children children(disk_, files_);
    const auto started = children.start(3, action, extra, inherited);
    EXPECT_TRUE(started) << started.error().message;
    return finish(children);
  }
  // Waits for a file that a child makes once it is where the test wants it.
  bool appears(const std::string& name) const {
    for (int i = 0; i < 5000 && !fs::exists(path(name)); ++i) ::usleep(1000);
    return fs::exists(path(name));
  }
  static bool alive(pid_t pid) {
    const auto status = fs::read(fmt::format("/proc/{}/stat", pid));
    return status && !status->contains(") Z ");
  }
  bool dies(pid_t pid) const {
    for (int i = 0; i < 5000 && alive(pid); ++i) ::usleep(1000);
    return !alive(pid);
  }
  pid_t pid_in(const std::string& name) const {
    for (int i = 0; i < 5000; ++i) {
      if (const auto text = fs::read(path(name)); text && text->ends_with('\n')) return std::atoi(text->c_str());
      ::usleep(1000);
    }
    return -1;
  }

  fs::TemporaryDirectory directory_;
  Disk disk_ = *Disk::open(directory_.path());
  FileTable files_;
};

TEST_F(ChildrenTest, RunsItselfUnderAnyName) {
  Action action;
  action.words = {"nowhere", "--gtest_list_tests"};
  action.self = true;
  const Ended ended = run(action);
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_TRUE(ended.output.contains("RunsItselfUnderAnyName"));
}

TEST_F(ChildrenTest, TellsHowAChildEnded) {
  const Ended ended = run(shell("echo out; echo err >&2; exit 3"));
  EXPECT_EQ(ended.slot, 3u);
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_EQ(ended.signal, 0);
  EXPECT_EQ(ended.output, "out\nerr\n");
  EXPECT_GT(ended.max_rss_kib, 0);
  EXPECT_EQ(run(shell("kill -KILL $$")).signal, SIGKILL);
  EXPECT_EQ(run(shell("printf no-newline")).output, "no-newline");
}

TEST_F(ChildrenTest, GivesItsEnvironmentAndDirectoryAndNoInput) {
  EXPECT_EQ(run(shell("pwd; cat; echo $A; ls -d .")).output, directory_.path() + "\n1\n.\n");
  EXPECT_EQ(run(shell("echo $A $B"), {"A=2", "B=3"}).output, "2 3\n");
  Action action = shell("echo to file; echo to us >&2");
  action.stdout_path = "out";
  EXPECT_EQ(run(action).output, "to us\n");
  EXPECT_EQ(fs::read(path("out")), "to file\n");
}

TEST_F(ChildrenTest, GivesDefaultSignalsAndOnlyTheDescriptorsAskedFor) {
  EXPECT_EQ(run(shell("kill -TERM $$")).signal, SIGTERM);
  EXPECT_EQ(run(shell("kill -PIPE $$")).signal, SIGPIPE);
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const std::string list = "for f in /proc/self/fd/*; do f=${f##*/}; [ $f -gt 2 ] && [ -e /proc/$$/fd/$f ] && echo $f; done; true";
  EXPECT_EQ(run(shell(list)).output, "");
  EXPECT_EQ(run(shell(list), {}, {ends[1]}).output, fmt::format("{}\n", ends[1]));
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_F(ChildrenTest, SaysWhatCannotBeStarted) {
  Children children(disk_, files_);
  Action action = shell("");
  action.words[0] = "/no/such/program";
  auto started = children.start(0, action, {}, {});
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().message, "cannot run /no/such/program: No such file or directory");
  action = shell("true");
  action.stdout_path = "no/such/directory/out";
  EXPECT_FALSE(children.start(0, action, {}, {}));
  action = shell(std::string(3 << 20, 'x'));
  started = children.start(0, action, {}, {});
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().message, "cannot run /bin/sh: Argument list too long");
  EXPECT_EQ(children.running(), 0u);
}

TEST_F(ChildrenTest, TakesMuchOutput) {
  const Ended ended = run(shell("head -c 5000000 /dev/zero | tr '\\0' x; echo end"));
  EXPECT_EQ(ended.output.size(), 5'000'004u);
  EXPECT_TRUE(ended.output.ends_with("xend\n"));
}

TEST_F(ChildrenTest, LeavesOutWhatNoOneWouldRead) {
  const Ended ended = run(shell("head -c 100000000 /dev/zero; exit 1"));
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_LT(ended.output.size(), std::size_t{66} << 20);
  EXPECT_TRUE(ended.output.ends_with("\n[hull: the rest of this output is left out]\n"));
}

TEST_F(ChildrenTest, IsOverWhenItEndsThoughAnotherHoldsThePipe) {
  const Ended quiet = run(shell("sleep 1000 & echo $! > pid; echo done"));
  EXPECT_EQ(quiet.output, "done\n");
  ::kill(pid_in("pid"), SIGKILL);
  // One that never stops writing.
  const Ended noisy = run(shell("yes & echo $! > pid2; exit 4"));
  EXPECT_EQ(noisy.exit_code, 4);
  EXPECT_TRUE(dies(pid_in("pid2")));  // Its pipe is gone.
}

TEST_F(ChildrenTest, ManyAtOnce) {
  Children children(disk_, files_);
  std::vector<bool> seen(40);
  for (unsigned slot = 0; slot < 40; ++slot) {
    ASSERT_TRUE(children.start(slot, shell(fmt::format("echo {}", slot)), {}, {}));
  }
  while (children.running() > 0) {
    for (const Ended& ended : children.wait(seconds(30))) {
      EXPECT_EQ(ended.output, fmt::format("{}\n", ended.slot));
      seen[ended.slot] = true;
    }
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), true), 40);
}

TEST_F(ChildrenTest, WaitReturnsWhenNothingHappens) {
  Children children(disk_, files_);
  EXPECT_TRUE(children.wait(milliseconds(1)).empty());
  ASSERT_TRUE(children.start(0, shell("exec sleep 1000"), {}, {}));
  EXPECT_TRUE(children.wait(milliseconds(1)).empty());
  EXPECT_EQ(children.running(), 1u);
}

TEST_F(ChildrenTest, AnInterruptStopsAllAndLeavesNoProcess) {
  Children children(disk_, files_);
  ASSERT_TRUE(children.start(0, shell("sleep 1000 & echo $! > grandchild; touch ready; wait"), {}, {}));
  ASSERT_TRUE(appears("ready"));
  EXPECT_FALSE(children.interrupted());
  ::kill(::getpid(), SIGINT);
  EXPECT_TRUE(children.wait(seconds(30)).empty());
  EXPECT_TRUE(children.interrupted());
  children.stop_all();
  EXPECT_EQ(children.running(), 0u);
  EXPECT_TRUE(dies(pid_in("grandchild")));
}

TEST_F(ChildrenTest, OneThatIgnoresSigtermIsKilled) {
  const auto begin = std::chrono::steady_clock::now();
  Children children(disk_, files_);
  ASSERT_TRUE(children.start(0, shell("trap '' TERM INT; echo $$ > pid; touch ready; while :; do sleep 0.01; done"), {}, {}));
  ASSERT_TRUE(appears("ready"));
  children.stop_all();
  EXPECT_TRUE(dies(pid_in("pid")));
  EXPECT_GT(std::chrono::steady_clock::now() - begin, milliseconds(1900));
}

TEST_F(ChildrenTest, ItsSignalsAreGivenBack) {
  struct sigaction before, after;
  sigset_t mask_before, mask_after;
  ::sigaction(SIGINT, nullptr, &before);
  ::pthread_sigmask(SIG_SETMASK, nullptr, &mask_before);
  { const Children children(disk_, files_); }
  ::sigaction(SIGINT, nullptr, &after);
  ::pthread_sigmask(SIG_SETMASK, nullptr, &mask_after);
  EXPECT_EQ(before.sa_handler, after.sa_handler);
  EXPECT_EQ(sigismember(&mask_before, SIGINT), sigismember(&mask_after, SIGINT));
}

TEST_F(ChildrenTest, IgnoredSignalsStayIgnored) {
  ::signal(SIGHUP, SIG_IGN);
  {
    Children children(disk_, files_);
    ASSERT_TRUE(children.start(0, shell("exec sleep 1000"), {}, {}));
    ::kill(::getpid(), SIGHUP);
    children.wait(milliseconds(20));
    EXPECT_FALSE(children.interrupted());
  }
  ::signal(SIGHUP, SIG_DFL);
}

// A child that outlives us would go on writing outputs while the next build makes them.
TEST_F(ChildrenTest, GoesWhenWeAreKilled) {
  const pid_t hull = ::fork();
  if (hull == 0) {
    Children children(disk_, files_);
    const bool started = children.start(0, shell("echo $$ > pid; exec sleep 1000"), {}, {}).has_value();
    if (!started) ::_exit(1);
    for (;;) children.wait(seconds(1));
  }
  const pid_t child = pid_in("pid");
  ASSERT_GT(child, 0);
  EXPECT_TRUE(alive(child));
  ::kill(hull, SIGKILL);
  ::waitpid(hull, nullptr, 0);
  EXPECT_TRUE(dies(child));
}

}  // namespace
}  // namespace hull::engine
