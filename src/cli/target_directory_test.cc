#include "cli/target_directory.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file_system.h"
#include "base/process.h"

namespace hull::cli {
namespace {

class TargetDirectory : public testing::Test {
 protected:
  fs::TemporaryDirectory temporary_;
  std::string path_ = temporary_.path() + "/a/target";
};

TEST_F(TargetDirectory, IsMadeWithItsTag) {
  ASSERT_TRUE(make_target_directory(path_));
  EXPECT_TRUE(is_ours(path_));
  EXPECT_TRUE(
      fs::read(path_ + "/CACHEDIR.TAG")->starts_with("Signature: 8a477f597d28d172789f06886806bc55\n"));
  EXPECT_TRUE(make_target_directory(path_));
}

TEST_F(TargetDirectory, MayBeAnEmptyDirectory) {
  ASSERT_TRUE(fs::make_directories(path_));
  EXPECT_FALSE(is_ours(path_));
  EXPECT_TRUE(make_target_directory(path_));
}

TEST_F(TargetDirectory, IsRefusedWhenSomethingElseIsInIt) {
  ASSERT_TRUE(fs::write(path_ + "/precious", "x"));
  const auto made = make_target_directory(path_);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().message, path_ + " holds files and was not made by hull");
  EXPECT_EQ(made.error().kind, ErrorKind::Usage);
  EXPECT_FALSE(fs::exists(path_ + "/CACHEDIR.TAG"));

  ASSERT_TRUE(fs::write(temporary_.path() + "/file", "x"));
  EXPECT_FALSE(make_target_directory(temporary_.path() + "/file"));
}

TEST_F(TargetDirectory, AnotherProgramsTagIsNotOurs) {
  ASSERT_TRUE(fs::write(path_ + "/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# cargo\n"));
  EXPECT_FALSE(make_target_directory(path_));
}

TEST_F(TargetDirectory, LocksKeepOthersOutUntilReleased) {
  ASSERT_TRUE(make_target_directory(path_));
  const std::string file = path_ + "/lock";
  Console console({}, true, 0);
  auto lock = DirectoryLock::acquire(file, "target", console);
  ASSERT_TRUE(lock);
  EXPECT_EQ(std::stoi(*fs::read(file)), getpid());

  // flock locks belong to open files, so a second one in this process would wait too; util-linux's tool asks
  // without waiting.
  const auto is_free = [&] { return run({.argv = {"flock", "-n", file, "true"}})->ok(); };
  EXPECT_FALSE(is_free());
  DirectoryLock moved = std::move(*lock);
  EXPECT_FALSE(is_free());
  moved.release();
  EXPECT_TRUE(is_free());
}

}  // namespace
}  // namespace hull::cli
