#include "cli/progress.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/file_system.h"

namespace hull::cli {
namespace {

using engine::Outcome;
using std::chrono::milliseconds;

/// A build told event by event, and what people saw of it.
class BuildProgressTest : public testing::Test {
 protected:
  BuildProgressTest() {
    workspace_.root = "/w";
    for (const char* name : {"core", "app"}) {
      manifest::Package package;
      package.name = name;
      package.version = "1.2.0";
      package.root = std::string("/w/libs/") + name;
      workspace_.packages.push_back(package);
    }
    workspace_.packages[1].root = "/w";
    descriptor_ = open((directory_.path() + "/out").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  }
  ~BuildProgressTest() override { close(descriptor_); }

  void begin(const Terminal& terminal, int verbosity, BuildProgress::Style style = {}) {
    console_ = std::make_unique<Console>(terminal, false, verbosity, descriptor_);
    progress_ = std::make_unique<BuildProgress>(*console_, workspace_, graph_, style);
  }

  void run(const std::string& description, Outcome outcome = Outcome::Ran, const std::string& output = "",
           const std::string& explanation = "", bool keeps_output = false) {
    engine::Action action;
    action.keeps_output = keeps_output;
    action.description = description;
    action.words = {"cc", "a b.cc"};
    if (outcome != Outcome::CacheHit && outcome != Outcome::Clean) progress_->started(action, 0, {});
    engine::ActionEvent event;
    event.action = next_++;
    event.outcome = outcome;
    event.exit_code = outcome == Outcome::Failed ? 1 : 0;
    event.output = output;
    event.explanation = explanation;
    progress_->finished(action, event, {});
  }

  struct Counts {
    std::size_t ran, cache_hits, failed, skipped;
  };
  void conclude(const Counts& counts, const std::string& profile) {
    engine::BuildSummary summary;
    summary.ran = counts.ran;
    summary.cache_hits = counts.cache_hits;
    summary.failed = counts.failed;
    summary.skipped = counts.skipped;
    progress_->conclude(summary, profile);
  }

  /// What was written, without the numbers of seconds.
  std::string seen() {
    std::string text = *fs::read(directory_.path() + "/out");
    const auto in = text.rfind(" in 0.");
    return in == text.npos ? text : text.replace(in, text.find('s', in) - in + 1, " in TIME");
  }

  fs::TemporaryDirectory directory_;
  int descriptor_ = -1;
  manifest::Workspace workspace_;
  engine::FileTable files_;
  engine::ActionGraph graph_{files_};
  std::unique_ptr<Console> console_;
  std::unique_ptr<BuildProgress> progress_;
  engine::ActionId next_ = 0;
};

TEST_F(BuildProgressTest, SaysEachPackageOnceAndEachLink) {
  begin({}, 0);
  run("Compiling core a.cc");
  run("Scanning core b.cc");
  run("Compiling core b.cc");
  run("Archiving libcore.a");
  run("Compiling app main.cc");
  run("Linking app");
  conclude({6, 0, 0, 0}, "dev");
  EXPECT_EQ(seen(),
            "   Compiling core v1.2.0 (libs/core)\n"
            "   Compiling app v1.2.0\n"
            "     Linking app\n"
            "    Finished dev in TIME\n");
}

TEST_F(BuildProgressTest, VerboseSaysEachActionAndItsCommand) {
  begin({}, 2);
  run("Compiling core a.cc");
  run("Compiling core b.cc", Outcome::CacheHit);
  EXPECT_EQ(seen(),
            "   Compiling core a.cc\n"
            "     Running cc 'a b.cc'\n"
            "    Restored core b.cc\n");
}

TEST_F(BuildProgressTest, ExplainsInTheSameLine) {
  begin({}, 0, {.explain = true});
  run("Compiling core a.cc", Outcome::Ran, "", "input a.h changed");
  run("Compiling core b.cc", Outcome::CacheHit, "", "never ran");
  EXPECT_EQ(seen(),
            "   Compiling core a.cc (input a.h changed)\n"
            "    Restored core b.cc (never ran)\n");
}

TEST_F(BuildProgressTest, ShowsAWarningOnceAndWithoutColour) {
  begin({}, 0);
  const std::string warning = "\x1b[1mx.h:1:1: \x1b[0mwarning: w [-Wx]\n";
  run("Compiling core a.cc", Outcome::Ran,
      "In file included from a.cc:1:\n" + warning + "1 warning generated.\n");
  run("Compiling core b.cc", Outcome::Ran,
      "In file included from b.cc:1:\n" + warning + "1 warning generated.\n");
  conclude({2, 2, 0, 0}, "release");
  EXPECT_EQ(seen(),
            "   Compiling core v1.2.0 (libs/core)\n"
            "In file included from a.cc:1:\n"
            "x.h:1:1: warning: w [-Wx]\n"
            "warning: the compiler gave 1 warning\n"
            "    Finished release in TIME (2 of 4 actions from the cache)\n");
}

TEST_F(BuildProgressTest, RemembersWhatIsToldAgain) {
  begin({}, 0);
  const std::string warning = "\x1b[1mx.h:1:1: \x1b[0mwarning: w [-Wx]\n";
  run("Compiling core a.cc", Outcome::Clean, warning, "", true);
  run("Compiling core b.cc", Outcome::Ran, warning + "b.cc:1:1: warning: v\n2 warnings generated.\n", "",
      true);
  run("Compiling else c.cc", Outcome::Ran, "c.cc:1:1: warning: u\n");
  EXPECT_EQ(progress_->said().text, warning + "b.cc:1:1: warning: v\n");
  EXPECT_EQ(progress_->said().warnings, 2u);
  conclude({2, 0, 0, 0}, "dev");
  EXPECT_EQ(seen(),
            "x.h:1:1: warning: w [-Wx]\n"
            "   Compiling core v1.2.0 (libs/core)\n"
            "b.cc:1:1: warning: v\n"
            "   Compiling else c.cc\n"
            "c.cc:1:1: warning: u\n"
            "warning: the compiler gave 3 warnings\n"
            "    Finished dev in TIME\n");
}

TEST_F(BuildProgressTest, RepeatsWhatFailedAtTheEnd) {
  begin({}, 0);
  run("Compiling core a.cc", Outcome::Failed, "a.cc:1:1: error: e\n");
  run("Compiling core b.cc", Outcome::Skipped);
  conclude({0, 0, 1, 1}, "dev");
  EXPECT_EQ(seen(),
            "   Compiling core v1.2.0 (libs/core)\n"
            "a.cc:1:1: error: e\n"
            "error: 1 of 2 actions failed\n"
            "  Compiling core a.cc: exit code 1\n");
}

TEST_F(BuildProgressTest, DrawsALiveLineOnATerminal) {
  begin({.is_terminal = true, .columns = 80}, 0);
  engine::Action action;
  action.description = "Compiling core src/a.cc";
  progress_->started(action, 0, {.done = 1, .total = 4, .remaining = milliseconds(61'500)});
  progress_->tick({.done = 1, .total = 4, .remaining = milliseconds(61'500)});
  console_->clear_live();
  EXPECT_EQ(seen(),
            "   Compiling core v1.2.0 (libs/core)\n"
            "\x1b[?7l    Building [======>                 ] 1/4 ETA 1m 02s: a.cc\x1b[J\x1b[?7h\r"
            "\x1b[K\x1b[J");
}

TEST_F(BuildProgressTest, ANarrowTerminalHasNoBar) {
  begin({.is_terminal = true, .columns = 40}, 0);
  engine::Action compile, link;
  compile.description = "Compiling core src/a.cc";
  link.description = "Linking unit (core)";
  progress_->started(compile, 0, {.done = 1, .total = 4});
  progress_->started(link, 1, {.done = 1, .total = 4});
  progress_->tick({.done = 1, .total = 4});
  console_->clear_live();
  EXPECT_TRUE(seen().ends_with("    Building 1/4: a.cc, unit (core)\x1b[J\x1b[?7h\r\x1b[K\x1b[J")) << seen();
}

TEST(DurationText, KeepsThreeDigits) {
  EXPECT_EQ(duration_text(milliseconds(4)), "0.00s");
  EXPECT_EQ(duration_text(milliseconds(1234)), "1.23s");
  EXPECT_EQ(duration_text(milliseconds(12'340)), "12.3s");
  EXPECT_EQ(duration_text(milliseconds(185'000)), "3m 05s");
}

}  // namespace
}  // namespace hull::cli
