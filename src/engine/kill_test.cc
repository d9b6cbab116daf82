// kill -9 at any moment, then a build: the same bytes as a clean one.
#include <sys/wait.h>

#include <algorithm>
#include <csignal>

#include "engine/random_project.h"

namespace hull::engine {
namespace {

TEST(Kill, AtRandomMomentsTheNextBuildRepairs) {
  const fs::TemporaryDirectory directory;
  const std::string work = directory.path() + "/work", clean = directory.path() + "/clean";
  auto cache = ActionCache::open(directory.path() + "/cache", std::uint64_t{1} << 40);
  ASSERT_TRUE(cache);
  mimic_program();
  unsigned kills = 0, died = 0;
  // Kills come before this many microseconds have passed. It follows what a build takes here, up after a
  // build that was killed and down after one that was quicker, so that a fast machine is killed early too.
  unsigned latest = 20'000;
  for (unsigned seed = 1; kills < 200; ++seed) {
    ASSERT_TRUE(fs::remove_all(work));
    RandomProject project(seed);
    project.write_to(work);
    ActionCache* used = seed % 2 == 0 ? cache->get() : nullptr;
    for (unsigned round = 0; round < 4; ++round) {
      for (unsigned again = 0; again < 5; ++again) {
        RandomProject::apply(project.edit(), work);
        const pid_t builder = ::fork();
        if (builder == 0) {
          project.build(work, used);
          ::_exit(0);
        }
        ::usleep(project.pick(latest));
        ::kill(builder, SIGKILL);
        int status = 0;
        ASSERT_EQ(::waitpid(builder, &status, 0), builder);
        died += WIFSIGNALED(status);
        latest = WIFSIGNALED(status) ? latest + latest / 16 : std::max(latest - latest / 8, 500U);
        ++kills;
      }
      const auto built = project.build(work, used);
      project.write_to(clean);
      for (const char* name : {".state", "gen", "obj", "bin"})
        ASSERT_TRUE(fs::remove_all(clean + "/" + name));
      const auto fresh = project.build(clean, nullptr);
      ASSERT_EQ(built.failed, fresh.failed) << seed << " " << round << "\n" << built.text << fresh.text;
      for (const std::string& output : project.outputs()) {
        if (!fs::exists(clean + "/" + output) || fresh.failed.contains(output)) continue;
        ASSERT_EQ(fs::read(work + "/" + output).value_or("<missing>"), *fs::read(clean + "/" + output))
            << seed << " " << output;
      }
    }
  }
  // The moments were during builds, not after them.
  EXPECT_GT(died, kills / 3);
}

}  // namespace
}  // namespace hull::engine
