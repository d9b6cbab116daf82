// Over a /proc and a cgroup of our own.
#include "engine/memory_guard.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file_system.h"

namespace hull::engine {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
constexpr std::uint64_t kGiB = std::uint64_t{1} << 20;  // In KiB.

class MemoryGuardTest : public ::testing::Test {
 protected:
  void machine(std::uint64_t total, std::uint64_t available) {
    ASSERT_TRUE(fs::write(proc_ + "/meminfo", fmt::format("MemTotal:       {} kB\nMemFree:  1 kB\nMemAvailable:   {} kB\n",
                                                           total, available)));
  }
  void container(std::string_view max, std::uint64_t current, std::uint64_t cached) {
    ASSERT_TRUE(fs::write(cgroup_ + "/memory.max", std::string(max) + "\n"));
    ASSERT_TRUE(fs::write(cgroup_ + "/memory.current", fmt::format("{}\n", current)));
    ASSERT_TRUE(fs::write(cgroup_ + "/memory.stat", fmt::format("anon 1\nfile 5\ninactive_file {}\nactive_file 0\n", cached)));
  }
  MemoryGuard guard() const { return MemoryGuard(proc_, cgroup_); }

  fs::TemporaryDirectory directory_;
  std::string proc_ = directory_.path() + "/proc", cgroup_ = directory_.path() + "/cgroup";
  MemoryGuard::Time now_{seconds(100)};
};

TEST_F(MemoryGuardTest, AllowsWhatFitsBesideAReserve) {
  machine(20 * kGiB, 4 * kGiB);
  EXPECT_TRUE(guard().allows(0, 3 * kGiB, now_));
  EXPECT_FALSE(guard().allows(0, 3 * kGiB + 1, now_));
}

TEST_F(MemoryGuardTest, CountsWhatHasJustStarted) {
  machine(20 * kGiB, 4 * kGiB);
  MemoryGuard guard = this->guard();
  EXPECT_TRUE(guard.allows(0, 2 * kGiB, now_));
  EXPECT_FALSE(guard.allows(1, 2 * kGiB, now_));
  // The next reading does not show it yet.
  EXPECT_FALSE(guard.allows(1, 2 * kGiB, now_ + milliseconds(500)));
  guard.ended(0);
  EXPECT_TRUE(guard.allows(1, 2 * kGiB, now_ + milliseconds(501)));
}

TEST_F(MemoryGuardTest, OldActionsShowInTheReading) {
  machine(20 * kGiB, 4 * kGiB);
  MemoryGuard guard = this->guard();
  EXPECT_TRUE(guard.allows(0, 2 * kGiB, now_));
  EXPECT_TRUE(guard.allows(1, 2 * kGiB, now_ + seconds(3)));
}

TEST_F(MemoryGuardTest, UnknownNeedIsACommonCompile) {
  machine(kGiB, 300 * 1024);
  MemoryGuard guard = this->guard();
  EXPECT_TRUE(guard.allows(0, 0, now_));
  EXPECT_FALSE(guard.allows(1, 0, now_));
}

TEST_F(MemoryGuardTest, ReadsAgainAfterAWhile) {
  machine(20 * kGiB, kGiB);
  MemoryGuard guard = this->guard();
  EXPECT_FALSE(guard.allows(0, kGiB, now_));
  machine(20 * kGiB, 4 * kGiB);
  EXPECT_FALSE(guard.allows(0, kGiB, now_ + milliseconds(50)));
  EXPECT_TRUE(guard.allows(0, kGiB, now_ + milliseconds(150)));
}

TEST_F(MemoryGuardTest, AContainersLimitIsLower) {
  machine(20 * kGiB, 16 * kGiB);
  container(fmt::format("{}", 4 * kGiB * 1024), 3 * kGiB * 1024, 0);
  EXPECT_FALSE(guard().allows(0, kGiB, now_));
  // Cached files give way.
  container(fmt::format("{}", 4 * kGiB * 1024), 3 * kGiB * 1024, 2 * kGiB * 1024);
  EXPECT_TRUE(guard().allows(0, kGiB, now_));
  container("max", 3 * kGiB * 1024, 0);
  EXPECT_TRUE(guard().allows(0, kGiB, now_));
}

TEST_F(MemoryGuardTest, WithoutProcNothingIsHeldBack) {
  EXPECT_TRUE(guard().allows(0, 1000 * kGiB, now_));
  ASSERT_TRUE(fs::write(proc_ + "/meminfo", "MemTotal: what\n"));
  EXPECT_TRUE(guard().allows(0, 1000 * kGiB, now_));
}

}  // namespace
}  // namespace hull::engine
