// Against a pool of our own, and against the real GNU make on either side.
#include "engine/jobserver.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_system.h"
#include "base/process.h"
#include "base/text.h"
#include "engine/build.h"

namespace hull::engine {
namespace {

TEST(Jobserver, WithoutAPoolItCounts) {
  auto jobs = Jobserver::open(2, false, {});
  ASSERT_TRUE(jobs);
  EXPECT_FALSE(jobs->shared());
  EXPECT_TRUE(jobs->acquire());
  EXPECT_TRUE(jobs->acquire());
  EXPECT_FALSE(jobs->acquire());
  jobs->release();
  EXPECT_TRUE(jobs->acquire());
  EXPECT_TRUE(jobs->child_environment().empty());
  EXPECT_TRUE(jobs->child_descriptors().empty());
}

TEST(Jobserver, AsServerItsOwnActionsTakeFromThePool) {
  auto jobs = Jobserver::open(3, true, {});
  ASSERT_TRUE(jobs);
  ASSERT_EQ(jobs->child_descriptors().size(), 2u);
  const int read_end = jobs->child_descriptors()[0], write_end = jobs->child_descriptors()[1];
  EXPECT_EQ(jobs->child_environment().front(),
            fmt::format("MAKEFLAGS= -j3 --jobserver-auth={},{}", read_end, write_end));
  // A nested build takes one of the two tokens.
  char token;
  ASSERT_EQ(::read(read_end, &token, 1), 1);
  EXPECT_TRUE(jobs->acquire());
  EXPECT_TRUE(jobs->acquire());
  EXPECT_FALSE(jobs->acquire());
  ASSERT_EQ(::write(write_end, &token, 1), 1);
  EXPECT_TRUE(jobs->acquire());
  // The slot that is ours is the last to be given up, so all tokens are back after two.
  jobs->release();
  jobs->release();
  ASSERT_EQ(::read(read_end, &token, 1), 1);
  ASSERT_EQ(::read(read_end, &token, 1), 1);
}

TEST(Jobserver, AbsurdCountsDoNotBlock) {
  auto jobs = Jobserver::open(10'000'000, true, {});
  ASSERT_TRUE(jobs);
  EXPECT_TRUE(jobs->acquire());
  EXPECT_TRUE(Jobserver::open(0, true, {})->acquire());
}

class Pool {
 public:
  explicit Pool(std::string_view tokens) {
    EXPECT_EQ(::pipe(ends_), 0);
    EXPECT_EQ(::write(ends_[1], tokens.data(), tokens.size()), static_cast<ssize_t>(tokens.size()));
  }
  ~Pool() {
    ::close(ends_[0]);
    ::close(ends_[1]);
  }
  std::string flags(std::string_view option = "--jobserver-auth") const {
    return fmt::format("MAKEFLAGS= -j8 {}={},{}", option, ends_[0], ends_[1]);
  }
  std::string left() {
    ::fcntl(ends_[0], F_SETFL, O_NONBLOCK);
    char tokens[64];
    const ssize_t size = ::read(ends_[0], tokens, sizeof tokens);
    return std::string(tokens, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  }
  int ends_[2];
};

TEST(Jobserver, AsClientItTakesTokensAndGivesTheSameBack) {
  for (const char* option : {"--jobserver-auth", "--jobserver-fds"}) {
    Pool pool("ab");
    {
      auto jobs = Jobserver::open(8, false, {"X=1", pool.flags(option)});
      ASSERT_TRUE(jobs);
      EXPECT_TRUE(jobs->shared());
      EXPECT_TRUE(jobs->acquire());
      EXPECT_TRUE(jobs->acquire());
      EXPECT_TRUE(jobs->acquire());
      EXPECT_FALSE(jobs->acquire());  // Does not block, though the pipe would.
      jobs->release();
      EXPECT_TRUE(jobs->acquire());
      EXPECT_EQ(::fcntl(pool.ends_[0], F_GETFL) & O_NONBLOCK, 0) << "the pipe is make's too";
    }
    // What it held when it went comes back.
    std::string left = pool.left();
    std::sort(left.begin(), left.end());
    EXPECT_EQ(left, "ab");
  }
}

TEST(Jobserver, ItsOwnLimitHoldsBesideThePool) {
  Pool pool("abcdef");
  auto jobs = Jobserver::open(2, false, {pool.flags()});
  EXPECT_TRUE(jobs->acquire());
  EXPECT_TRUE(jobs->acquire());
  EXPECT_FALSE(jobs->acquire());
}

TEST(Jobserver, APoolThatIsClosedOrNoPipeIsNone) {
  // make closes the pipe to commands that it does not take for makes; the numbers may be another file by then.
  EXPECT_FALSE(Jobserver::open(8, false, {"MAKEFLAGS= -j8 --jobserver-auth=812,813"})->shared());
  const int null = ::open("/dev/null", O_RDWR);
  EXPECT_FALSE(Jobserver::open(8, false, {fmt::format("MAKEFLAGS= --jobserver-auth={0},{0}", null)})->shared());
  ::close(null);
  for (const char* flags : {"MAKEFLAGS=", "MAKEFLAGS= --jobserver-auth=", "MAKEFLAGS= --jobserver-auth=x,y",
                            "MAKEFLAGS= --jobserver-auth=-2,-2", "MAKEFLAGS= --jobserver-auth=fifo:/no/such", "MAKEFLAGS=w"}) {
    auto jobs = Jobserver::open(2, false, {flags});
    ASSERT_TRUE(jobs);
    EXPECT_FALSE(jobs->shared()) << flags;
    EXPECT_TRUE(jobs->acquire());
    EXPECT_TRUE(jobs->acquire());
  }
}

TEST(Jobserver, AFifoIsPassedOnByName) {
  const fs::TemporaryDirectory directory;
  const std::string path = directory.path() + "/fifo";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const int fifo = ::open(path.c_str(), O_RDWR);
  ASSERT_EQ(::write(fifo, "x", 1), 1);
  auto jobs = Jobserver::open(8, true, {"MAKEFLAGS= -j8 --jobserver-auth=fifo:" + path});
  EXPECT_TRUE(jobs->acquire());
  EXPECT_TRUE(jobs->acquire());
  EXPECT_FALSE(jobs->acquire());
  EXPECT_EQ(jobs->child_environment().front(), "MAKEFLAGS= -j8 --jobserver-auth=fifo:" + path);
  EXPECT_TRUE(jobs->child_descriptors().empty());
  ::close(fifo);
}

// --- the real make -------------------------------------------------------------------------------------------

class MakeTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!find_program("make")) GTEST_SKIP() << "make is not installed";
  }
  void write(std::string_view name, std::string_view text) {
    ASSERT_TRUE(fs::write(directory_.path() + "/" + std::string(name), text));
  }
  // A command that notes how many of its kind run at once.
  static constexpr const char* kStep =
      "#!/bin/sh\n"
      "mkdir -p run; touch run/$1; ls run | wc -l >> counts; sleep 0.05; rm run/$1; touch $1\n";
  int most() const {
    int most = 0;
    const auto counts = fs::read(directory_.path() + "/counts");
    for (const std::string_view line : split(counts.value_or(""), '\n')) most = std::max(most, std::atoi(std::string(line).c_str()));
    return most;
  }
  BuildSummary build(unsigned jobs, const std::vector<std::string>& environment, bool nested, int steps) {
    auto log = StateLog::open(directory_.path() + "/.state");
    ActionGraph graph((*log)->files());
    std::vector<FileId> wanted;
    const auto add = [&](std::string name, std::string script, bool jobserver) {
      Action action;
      action.words = {"/bin/sh", "-c", std::move(script)};
      action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"PATH=/usr/bin:/bin"});
      action.outputs = {graph.file(name)};
      action.jobserver = jobserver;
      wanted.push_back(action.outputs[0]);
      EXPECT_TRUE(graph.add(std::move(action)));
    };
    if (nested) add("nested", "make -f nested.mk 2>&1 && touch nested", true);
    for (int i = 0; i < steps; ++i) add(fmt::format("h{}", i), fmt::format("sh step h{}", i), false);
    Observer observer;
    BuildOptions options;
    options.root = directory_.path();
    options.jobs = jobs;
    options.environment = environment;
    auto summary = engine::build(graph, **log, wanted, options, observer);
    EXPECT_TRUE(summary);
    return summary ? *summary : BuildSummary{};
  }
  fs::TemporaryDirectory directory_;
};

TEST_F(MakeTest, ANestedMakeSharesOurPool) {
  write("step", kStep);
  write("nested.mk", "all: m0 m1 m2 m3 m4 m5\nm%: ; @sh step $@\n");
  EXPECT_EQ(build(3, {}, true, 4).failed, 0u);
  for (const char* made : {"m0", "m5", "h0", "h3"}) EXPECT_TRUE(fs::exists(directory_.path() + "/" + made));
  EXPECT_LE(most(), 3);
  EXPECT_GE(most(), 2);
}

TEST_F(MakeTest, ANestedMakeSaysNothingOfAJobserver) {
  // make warns when it cannot use the pool.
  write("step", kStep);
  write("nested.mk", "all: m0 m1\nm%: ; @sh step $@\n");
  struct Output : Observer {
    void finished(const Action&, const ActionEvent& event, const Progress&) override { text += event.output; }
    std::string text;
  };
  auto log = StateLog::open(directory_.path() + "/.state");
  ActionGraph graph((*log)->files());
  Action action;
  action.words = {"/bin/sh", "-c", "make -f nested.mk && touch nested"};
  action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"PATH=/usr/bin:/bin"});
  action.outputs = {graph.file("nested")};
  action.jobserver = true;
  const FileId wanted[] = {action.outputs[0]};
  ASSERT_TRUE(graph.add(std::move(action)));
  Output output;
  BuildOptions options;
  options.root = directory_.path();
  options.jobs = 2;
  ASSERT_TRUE(engine::build(graph, **log, wanted, options, output));
  EXPECT_EQ(output.text, "");
}

// make -> this program -> the engine. The child is this test's own binary, which make must take for a make ("+").
TEST_F(MakeTest, UnderMakeWeTakePartInItsPool) {
  write("step", kStep);
  char self[4096];
  const ssize_t size = ::readlink("/proc/self/exe", self, sizeof self - 1);
  ASSERT_GT(size, 0);
  write("outer.mk", fmt::format("all: ours m0 m1 m2 m3\n"
                                "ours: ; +@HULL_TEST_UNDER_MAKE={} {} --gtest_filter=UnderMake.Build > ours.log\n"
                                "m%: ; @sh step $@\n",
                                directory_.path(), std::string(self, static_cast<std::size_t>(size))));
  const auto done = run({.argv = {"make", "-j3", "-f", "outer.mk"}, .directory = directory_.path()});
  ASSERT_TRUE(done && done->ok()) << done->err << fs::read(directory_.path() + "/ours.log").value_or("");
  EXPECT_TRUE(fs::exists(directory_.path() + "/h5"));
  EXPECT_TRUE(fs::exists(directory_.path() + "/shared"));
  EXPECT_LE(most(), 3);
}

class UnderMake : public MakeTest {};
TEST_F(UnderMake, Build) {
  const char* root = std::getenv("HULL_TEST_UNDER_MAKE");
  const char* flags = std::getenv("MAKEFLAGS");
  if (!root || !flags) return;  // MakeTest.UnderMakeWeTakePartInItsPool runs it.
  const std::vector<std::string> environment = {std::string("MAKEFLAGS=") + flags};
  if (Jobserver::open(8, false, environment)->shared()) ASSERT_TRUE(fs::write(std::string(root) + "/shared", ""));
  auto log = StateLog::open(std::string(root) + "/.state");
  ActionGraph graph((*log)->files());
  std::vector<FileId> wanted;
  for (int i = 0; i < 6; ++i) {
    Action action;
    action.words = {"/bin/sh", "step", fmt::format("h{}", i)};
    action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"PATH=/usr/bin:/bin"});
    action.outputs = {graph.file(action.words[2])};
    wanted.push_back(action.outputs[0]);
    ASSERT_TRUE(graph.add(std::move(action)));
  }
  Observer observer;
  BuildOptions options;
  options.root = root;
  options.jobs = 8;
  options.environment = environment;
  const auto summary = engine::build(graph, **log, wanted, options, observer);
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->ran, 6u);
}

}  // namespace
}  // namespace hull::engine
