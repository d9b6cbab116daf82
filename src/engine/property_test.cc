// Incremental equals clean: whatever an author does to a project, a build leaves what a build from nothing would, and the
// next build runs nothing.
#include <sys/wait.h>

#include "engine/random_project.h"

namespace hull::engine {
namespace {

using std::chrono::steady_clock;

class Property : public ::testing::Test {
 protected:
  void compare(const RandomProject& project, const RandomProject::Built& built, const std::string& what) {
    project.write_to(clean_);
    for (const char* name : {".state", "gen", "obj", "bin"}) ASSERT_TRUE(fs::remove_all(clean_ + "/" + name));
    const auto clean = project.build(clean_, nullptr);
    ASSERT_EQ(built.failed, clean.failed) << what << "\n--- incremental\n" << built.text << "--- clean\n" << clean.text;
    for (const std::string& output : project.outputs()) {
      if (!fs::exists(clean_ + "/" + output)) continue;
      if (clean.failed.contains(output)) continue;
      ASSERT_EQ(fs::read(work_ + "/" + output).value_or("<missing>"), *fs::read(clean_ + "/" + output)) << what << ": " << output;
    }
  }
  void expect_quiet(const RandomProject& project, ActionCache* cache, const std::string& what) {
    const auto again = project.build(work_, cache);
    ASSERT_TRUE(again.ran.empty()) << what << ": " << *again.ran.begin();
  }
  // Builds after many edits, with the cache for every other seed.
  void play(unsigned seed, unsigned steps) {
    ASSERT_TRUE(fs::remove_all(work_));
    RandomProject project(seed);
    project.write_to(work_);
    ActionCache* cache = seed % 2 == 0 ? cache_.get() : nullptr;
    std::string what = fmt::format("seed {}", seed);
    for (unsigned step = 0; step <= steps; ++step) {
      if (step > 0) {
        what = fmt::format("seed {} step {}:", seed, step);
        for (unsigned i = project.pick(3); i < 3; ++i) {
          const auto edit = project.edit();
          RandomProject::apply(edit, work_);
          what += fmt::format(" [{} {}]", edit.what, edit.path);
        }
        what += damage(project);
      }
      const auto built = project.build(work_, cache, 1 + project.pick(4));
      EXPECT_FALSE(built.summary.moved) << what << built.text;
      ASSERT_NO_FATAL_FAILURE(compare(project, built, what));
      ASSERT_NO_FATAL_FAILURE(expect_quiet(project, cache, what));
    }
  }
  // What happens to the results of builds, now and then.
  std::string damage(RandomProject& project) {
    const auto outputs = project.outputs();
    const std::string output = work_ + "/" + outputs[project.pick(static_cast<unsigned>(outputs.size()))];
    switch (project.pick(12)) {
      case 0: ::unlink(output.c_str()); return " [output removed] " + output;
      case 1: EXPECT_TRUE(fs::write(output, "edited")); return " [output edited] " + output;
      case 2: {
        const auto state = fs::read(work_ + "/.state");
        if (!state || state->empty()) return "";
        EXPECT_TRUE(fs::write(work_ + "/.state", state->substr(0, project.pick(static_cast<unsigned>(state->size())))));
        return " [state cut]";
      }
    }
    return "";
  }
  void SetUp() override {
    auto cache = ActionCache::open(directory_.path() + "/cache", std::uint64_t{1} << 40);
    ASSERT_TRUE(cache);
    cache_ = std::move(*cache);
  }

  fs::TemporaryDirectory directory_;
  std::string work_ = directory_.path() + "/work", clean_ = directory_.path() + "/clean";
  std::unique_ptr<ActionCache> cache_;
};

TEST_F(Property, IncrementalEqualsClean) {
  const auto until = steady_clock::now() + property_time(7);
  for (unsigned seed = 1; seed <= 2 || steady_clock::now() < until; ++seed) {
    ASSERT_NO_FATAL_FAILURE(play(seed, 12));
  }
}

// Someone edits while the build runs, and undoes it before the next: nothing of that may stay.
TEST_F(Property, EditsDuringABuildLeaveNoTrace) {
  const auto until = steady_clock::now() + property_time(4);
  for (unsigned seed = 1; seed <= 2 || steady_clock::now() < until; ++seed) {
    ASSERT_TRUE(fs::remove_all(work_));
    RandomProject project(seed);
    project.write_to(work_);
    ActionCache* cache = seed % 2 == 0 ? cache_.get() : nullptr;
    for (unsigned step = 0; step < 6; ++step) {
      for (unsigned i = 0; i < 3; ++i) RandomProject::apply(project.edit(), work_);
      const auto before = project;
      const pid_t author = ::fork();
      if (author == 0) {
        for (unsigned i = 0; i < 30; ++i) {
          RandomProject::apply(project.edit(), work_);
          if (i % 3 == 0) ::usleep(project.pick(1500));
          if (i % 5 == 4) before.write_to(work_);
        }
        ::_exit(0);
      }
      project.build(work_, cache);
      ASSERT_EQ(::waitpid(author, nullptr, 0), author);
      before.write_to(work_);
      const std::string what = fmt::format("seed {} step {}", seed, step);
      const auto built = project.build(work_, cache);
      ASSERT_NO_FATAL_FAILURE(compare(project, built, what));
      ASSERT_NO_FATAL_FAILURE(expect_quiet(project, cache, what));
    }
  }
}

}  // namespace
}  // namespace hull::engine
