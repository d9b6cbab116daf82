#include "cli/crash.h"

#include <csignal>
#include <cstdlib>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>

#include "base/file_system.h"

namespace hull::cli {
namespace {

/// Each case runs in a child; its reports go to a directory of the test's own.
class CrashDeathTest : public testing::Test {
 protected:
  CrashDeathTest() { setenv("TMPDIR", directory_.path().c_str(), 1); }
  ~CrashDeathTest() override { unsetenv("TMPDIR"); }

  static void install() {
    static char name[] = "hull", verb[] = "build";
    static char* words[] = {name, verb, nullptr};
    install_crash_report(2, words);
  }

  std::string report() {
    const auto entries = fs::list(directory_.path());
    EXPECT_TRUE(entries && entries->size() == 1);
    return entries && !entries->empty()
               ? fs::read(directory_.path() + "/" + entries->front().name).value_or("")
               : "";
  }

  fs::TemporaryDirectory directory_;
};

TEST_F(CrashDeathTest, ASignalLeavesAReport) {
  EXPECT_EXIT((install(), std::raise(SIGSEGV)), testing::ExitedWithCode(101),
              "error: hull itself failed: SEGV");
  const std::string text = report();
  EXPECT_NE(text.find("cause: SEGV\ncommand: hull build\ndirectory: /"), std::string::npos) << text;
  EXPECT_NE(text.find("\n  #1 0x"), std::string::npos) << text;
}

TEST_F(CrashDeathTest, AnUnhandledExceptionLeavesAReport) {
  // EXPECT_EXIT would catch what leaves its statement; a thread's function has nobody above it.
  const auto throws = [] { std::thread([] { throw std::runtime_error("lost"); }).join(); };
  EXPECT_EXIT((install(), throws()), testing::ExitedWithCode(101), "unhandled exception: lost");
  EXPECT_NE(report().find("cause: unhandled exception: lost"), std::string::npos);
}

TEST_F(CrashDeathTest, SaysSoWhenNoReportCanBeWritten) {
  setenv("TMPDIR", "/nowhere/at/all", 1);
  EXPECT_EXIT((install(), std::abort()), testing::ExitedWithCode(101),
              "could not be written to /nowhere/at/all/hull-report-");
}

}  // namespace
}  // namespace hull::cli
