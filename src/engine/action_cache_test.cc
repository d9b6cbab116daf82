// The cache by itself, and builds that meet it in every bad state.
#include "engine/action_cache.h"

#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file_system.h"
#include "engine/build.h"

namespace hull::engine {
namespace {

constexpr std::uint64_t kMuch = std::uint64_t{1} << 40;

class ActionCacheTest : public ::testing::Test {
 protected:
  std::string path(std::string_view name) const { return directory_.path() + "/" + std::string(name); }
  void write(std::string_view name, std::string_view text) const { ASSERT_TRUE(fs::write(path(name), text)); }
  std::string read(std::string_view name) const { return fs::read(path(name)).value_or("<missing>"); }
  std::unique_ptr<ActionCache> open(std::uint64_t max_bytes = kMuch) const {
    auto cache = ActionCache::open(path("cache"), max_bytes);
    EXPECT_TRUE(cache) << cache.error().message;
    return std::move(*cache);
  }
  std::string blob(std::string_view content) const {
    const std::string hex = sha256(content).hex();
    return path("cache/cas/" + hex.substr(0, 2) + "/" + hex);
  }
  std::string entry(const Digest& key) const { return path("cache/ac/" + key.hex().substr(0, 2) + "/" + key.hex()); }

  // A variant with one output of this content, which is put into the cache from a file.
  CachedVariant insert(ActionCache& cache, const Digest& key, const std::string& content, std::uint64_t absence = 0) {
    write("output", content);
    CachedVariant variant;
    variant.absence = absence;
    variant.inputs = {{"a.h", sha256("a")}, {"new\nline", sha256("b")}};
    variant.outputs = {{sha256(content), 0755}};
    variant.text = "warned";
    EXPECT_TRUE(cache.insert(key, variant, {path("output")}));
    return variant;
  }

  fs::TemporaryDirectory directory_;
};

TEST_F(ActionCacheTest, GivesBackWhatWasInserted) {
  const auto cache = open();
  const Digest key = sha256("key");
  insert(*cache, key, "result");
  const auto found = open()->find(key);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].inputs[1].first, "new\nline");
  EXPECT_EQ(found[0].outputs[0].digest, sha256("result"));
  EXPECT_EQ(found[0].text, "warned");
  ASSERT_TRUE(cache->restore(found[0].outputs[0], path("restored")));
  EXPECT_EQ(read("restored"), "result");
  struct stat status;
  ASSERT_EQ(::stat(path("restored").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0755u);
  EXPECT_TRUE(cache->find(sha256("other")).empty());
  EXPECT_FALSE(cache->restore({sha256("other")}, path("restored2")));
}

TEST_F(ActionCacheTest, KeepsVariantsLatestFirstAndNotForEver) {
  const auto cache = open();
  const Digest key = sha256("key");
  for (int i = 0; i < 20; ++i) insert(*cache, key, std::to_string(i), static_cast<std::uint64_t>(i));
  insert(*cache, key, "replaced", 18);
  const auto found = cache->find(key);
  ASSERT_EQ(found.size(), 16u);
  EXPECT_EQ(found[0].outputs[0].digest, sha256("replaced"));
  EXPECT_EQ(found[1].outputs[0].digest, sha256("19"));
  EXPECT_EQ(found[2].outputs[0].digest, sha256("17"));
}

TEST_F(ActionCacheTest, RestoringNeverWritesThroughALink) {
  const auto cache = open();
  insert(*cache, sha256("key"), "result");
  write("place", "old");
  ASSERT_EQ(::link(path("place").c_str(), path("hard").c_str()), 0);
  ASSERT_TRUE(cache->restore({sha256("result")}, path("place")));
  EXPECT_EQ(read("hard"), "old");
  write("target", "old");
  ::unlink(path("place").c_str());
  ASSERT_EQ(::symlink("target", path("place").c_str()), 0);
  ASSERT_TRUE(cache->restore({sha256("result")}, path("place")));
  EXPECT_EQ(read("target"), "old");
  // Nor is the blob the file that was restored: writing there leaves it alone.
  ASSERT_TRUE(cache->restore({sha256("result")}, path("place")));
  const int file = ::open(path("place").c_str(), O_WRONLY | O_TRUNC);
  ::close(file);
  EXPECT_EQ(*fs::read(blob("result")), "result");
}

TEST_F(ActionCacheTest, ADamagedEntryIsEmpty) {
  const auto cache = open();
  const Digest key = sha256("key");
  insert(*cache, key, "result");
  const std::string whole = *fs::read(entry(key));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_TRUE(decode_entry(whole.substr(0, size)).empty()) << size;
    std::string broken = whole;
    broken[size] = static_cast<char>(broken[size] ^ 1);
    EXPECT_TRUE(decode_entry(broken).empty()) << size;
  }
  ASSERT_TRUE(fs::write(entry(key), whole.substr(0, 20)));
  EXPECT_TRUE(cache->find(key).empty());
  insert(*cache, key, "again");
  EXPECT_EQ(cache->find(key).size(), 1u);
}

TEST_F(ActionCacheTest, VerifyFindsDamageAndLeavesWriters) {
  const auto cache = open();
  insert(*cache, sha256("1"), "good");
  insert(*cache, sha256("2"), "bad");
  ::chmod(blob("bad").c_str(), 0644);
  ASSERT_TRUE(fs::write(blob("bad"), "worse"));
  ASSERT_TRUE(fs::write(blob("good") + ".abcdef", "half a blo"));
  EXPECT_EQ(*cache->verify(), (std::vector<std::string>{sha256("bad").hex()}));
  EXPECT_TRUE(fs::exists(blob("good")));
  EXPECT_FALSE(fs::exists(blob("bad")));
  EXPECT_TRUE(fs::exists(blob("good") + ".abcdef"));
  // A day later no one writes it any more.
  const timespec times[2] = {{::time(nullptr) - 100'000, 0}, {::time(nullptr) - 100'000, 0}};
  ::utimensat(AT_FDCWD, (blob("good") + ".abcdef").c_str(), times, 0);
  EXPECT_EQ(cache->verify()->size(), 1u);
  EXPECT_FALSE(fs::exists(blob("good") + ".abcdef"));
}

TEST_F(ActionCacheTest, EvictsWhatWasUsedLongestAgo) {
  const auto cache = open();
  const auto age = [&](const std::string& file, std::int64_t seconds) {
    const timespec times[2] = {{::time(nullptr) - seconds, 0}, {::time(nullptr) - seconds, 0}};
    ASSERT_EQ(::utimensat(AT_FDCWD, file.c_str(), times, 0), 0);
  };
  const std::string old(100'000, 'o'), middle(100'000, 'm'), fresh(100'000, 'f');
  int i = 0;
  for (const std::string* content : {&old, &middle, &fresh}) {
    const Digest key = sha256(std::to_string(i));
    insert(*cache, key, *content);
    age(blob(*content), 3000 - 1000 * i);
    age(entry(key), 3000 - 1000 * i);
    ++i;
  }
  EXPECT_EQ(cache->size().blobs, 3u);
  EXPECT_EQ(cache->size().entries, 3u);
  // Use makes young.
  ASSERT_TRUE(cache->restore({sha256(old)}, path("restored")));
  const auto freed = cache->collect(230'000);
  ASSERT_TRUE(freed);
  EXPECT_GE(*freed, 100'000u);
  EXPECT_TRUE(fs::exists(blob(old)));
  EXPECT_FALSE(fs::exists(blob(middle)));
  EXPECT_TRUE(fs::exists(blob(fresh)));
  EXPECT_LE(cache->size().bytes, 230'000u);
  EXPECT_EQ(*cache->collect(230'000), 0u);
}

TEST_F(ActionCacheTest, CollectsWhenItIsDue) {
  const auto cache = open(1000);
  insert(*cache, sha256("1"), std::string(100'000, 'x'));
  ASSERT_TRUE(cache->collect_if_due());  // No one has looked yet.
  EXPECT_EQ(cache->size().blobs, 0u);
  insert(*cache, sha256("1"), std::string(100'000, 'x'));
  ASSERT_TRUE(cache->collect_if_due());
  EXPECT_EQ(cache->size().blobs, 1u);
}

TEST_F(ActionCacheTest, TwoProcessesInsertAtOnce) {
  constexpr int kKeys = 40;
  const auto work = [&](int who) {
    auto cache = ActionCache::open(path("cache"), kMuch);
    if (!cache) return 1;
    for (int i = 0; i < 400; ++i) {
      const std::string content = fmt::format("result {} ", i % kKeys) + std::string(5000, 'x');
      const std::string output = path(fmt::format("output{}", who));
      if (!fs::write(output, content)) return 2;
      CachedVariant variant;
      variant.absence = static_cast<std::uint64_t>(who);
      variant.outputs = {{sha256(content), 0644}};
      if (!(*cache)->insert(sha256(std::to_string(i % kKeys)), variant, {output})) return 3;
      for (const CachedVariant& found : (*cache)->find(sha256(std::to_string(i % kKeys)))) {
        if (found.outputs[0].digest != sha256(content)) return 4;
        if (!(*cache)->restore(found.outputs[0], output + ".r") || fs::read(output + ".r").value_or("") != content) return 5;
      }
      if (i % 50 == 0 && !(*cache)->collect(100'000)) return 6;
    }
    return 0;
  };
  std::vector<pid_t> workers;
  for (int who = 1; who <= 2; ++who) {
    workers.push_back(::fork());
    // Evicted between find and restore is the one thing that may happen to the other.
    if (workers.back() == 0) ::_exit(work(who));
  }
  for (const pid_t worker : workers) {
    int status = 0;
    ASSERT_EQ(::waitpid(worker, &status, 0), worker);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_TRUE(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 5) << WEXITSTATUS(status);
  }
  EXPECT_TRUE(open()->verify()->empty());
}

TEST_F(ActionCacheTest, ACacheThatIsNotOursToWriteIsAnError) {
  write("cache/cas", "a file");
  EXPECT_FALSE(ActionCache::open(path("cache"), kMuch));
  if (::geteuid() == 0) return;
  ASSERT_TRUE(fs::remove_all(path("cache")));
  ASSERT_TRUE(fs::make_directories(path("cache/cas")));
  ASSERT_TRUE(fs::make_directories(path("cache/ac")));
  ::chmod(path("cache/cas").c_str(), 0500);
  const auto cache = ActionCache::open(path("cache"), kMuch);
  ASSERT_FALSE(cache);
  EXPECT_EQ(cache.error().message, "cannot write the action cache " + path("cache") + ": Permission denied");
}

// --- builds ---------------------------------------------------------------------------------------------------

// One action that copies `in` and `h` (found by a depfile) to `out`.
class CachedBuildTest : public ActionCacheTest {
 protected:
  struct Recorder : Observer {
    void finished(const Action&, const ActionEvent& event, const Progress&) override {
      how = event.outcome == Outcome::Ran ? "ran" : event.outcome == Outcome::CacheHit ? "hit" : "failed";
      output += event.output;
    }
    void message(std::string_view text) override { messages += text; }
    std::string how = "clean", output, messages;
  };
  std::string build(std::string script = "cat in h > out; echo 'out: in h' > d", Action action = {}) {
    recorder_ = {};
    auto log = StateLog::open(path(".state"));
    ActionGraph graph((*log)->files());
    action.words = {"/bin/sh", "-ec", std::move(script)};
    action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"PATH=/usr/bin:/bin"});
    action.inputs = {graph.file("in")};
    action.outputs = {graph.file("out")};
    action.depfile = "d";
    const FileId wanted[] = {action.outputs[0]};
    EXPECT_TRUE(graph.add(std::move(action)));
    BuildOptions options;
    options.root = directory_.path();
    options.cache = cache_.get();
    options.verify = verify_;
    const auto summary = engine::build(graph, **log, wanted, options, recorder_);
    EXPECT_TRUE(summary);
    if (summary) summary_ = *summary;
    return recorder_.how;
  }
  // As a clean checkout has it: no state, no outputs.
  std::string clean_build() {
    for (const char* name : {".state", "out", "d"}) ::unlink(path(name).c_str());
    return build();
  }
  void SetUp() override {
    cache_ = open();
    write("in", "i");
    write("h", "1");
  }
  std::unique_ptr<ActionCache> cache_;
  std::size_t verify_ = 0;
  Recorder recorder_;
  BuildSummary summary_;
};

TEST_F(CachedBuildTest, ACleanCheckoutOfAnOldStateIsHits) {
  EXPECT_EQ(build(), "ran");
  write("h", "2");
  EXPECT_EQ(build(), "ran");
  write("h", "1");
  EXPECT_EQ(clean_build(), "hit");
  EXPECT_EQ(read("out"), "i1");
  EXPECT_EQ(build(), "clean");
  write("h", "2");
  EXPECT_EQ(build(), "hit");
  EXPECT_EQ(read("out"), "i2");
  write("h", "3");
  EXPECT_EQ(build(), "ran");
}

// As a probe does that looks for a header.
TEST_F(CachedBuildTest, AnInputThatIsAbsentIsRememberedAsAbsent) {
  const std::string probe =
      "if test -e inc/x.h; then echo yes; else echo no; fi > out; echo 'out: in inc/x.h' > d";
  ASSERT_TRUE(fs::make_directories(path("inc")));
  const auto clean = [&] {
    for (const char* name : {".state", "out", "d"}) ::unlink(path(name).c_str());
    return build(probe);
  };
  EXPECT_EQ(build(probe), "ran");
  EXPECT_EQ(read("out"), "no\n");
  EXPECT_EQ(build(probe), "clean");
  EXPECT_EQ(clean(), "hit");
  EXPECT_EQ(read("out"), "no\n");
  EXPECT_EQ(build(probe), "clean");
  // It comes: for the tree that asked, and for a clean one.
  write("inc/x.h", "");
  EXPECT_EQ(build(probe), "ran");
  EXPECT_EQ(read("out"), "yes\n");
  EXPECT_EQ(clean(), "hit");
  EXPECT_EQ(read("out"), "yes\n");
  // It goes, with its directory.
  ASSERT_TRUE(fs::remove_all(path("inc")));
  EXPECT_EQ(build(probe), "hit");
  EXPECT_EQ(read("out"), "no\n");
  write("inc/x.h", "other");
  EXPECT_EQ(build(probe), "ran");
  EXPECT_EQ(read("out"), "yes\n");
}

TEST_F(CachedBuildTest, AnAbsentInputBehindALinkIsLookedForWhereItWas) {
  // far/link/../x.h is real/x.h; "far/x.h" is another place.
  ASSERT_TRUE(fs::make_directories(path("real/sub")));
  ASSERT_TRUE(fs::make_directories(path("far")));
  ASSERT_EQ(::symlink("../real/sub", path("far/link").c_str()), 0);
  const std::string probe =
      "if test -e far/link/../x.h; then echo yes; else echo no; fi > out; echo 'out: in far/link/../x.h' > d";
  EXPECT_EQ(build(probe), "ran");
  write("real/x.h", "");
  EXPECT_EQ(build(probe), "ran");
  EXPECT_EQ(read("out"), "yes\n");
}

TEST_F(CachedBuildTest, AnOutputEditedAfterwardsDoesNotReachTheCache) {
  EXPECT_EQ(build(), "ran");
  // Through a hard link, too, as some install tools make them.
  ASSERT_EQ(::link(path("out").c_str(), path("hard").c_str()), 0);
  const int file = ::open(path("hard").c_str(), O_WRONLY | O_TRUNC);
  ASSERT_EQ(::write(file, "edited", 6), 6);
  ::close(file);
  EXPECT_EQ(clean_build(), "hit");
  EXPECT_EQ(read("out"), "i1");
  EXPECT_EQ(read("hard"), "edited");
}

TEST_F(CachedBuildTest, ABlobThatIsGoneOrDamagedIsAMiss) {
  EXPECT_EQ(build(), "ran");
  for (const std::string& damage : {std::string("i2"), std::string(), std::string("i"), std::string("gone")}) {
    ::unlink(blob("i1").c_str());
    if (damage != "gone") ASSERT_TRUE(fs::write(blob("i1"), damage));
    EXPECT_EQ(clean_build(), "ran") << damage;
    EXPECT_EQ(read("out"), "i1");
    // And mended.
    EXPECT_EQ(clean_build(), "hit") << damage;
  }
}

TEST_F(CachedBuildTest, AResultIsVerifiedByRunningItsActionAgain) {
  EXPECT_EQ(build(), "ran");
  verify_ = 1;
  EXPECT_EQ(build(), "ran");
  EXPECT_EQ(summary_.verified, 1u);
  EXPECT_TRUE(summary_.unlike.empty());
  verify_ = 0;
  EXPECT_EQ(build(), "clean");
  EXPECT_EQ(clean_build(), "hit");
}

TEST_F(CachedBuildTest, AResultThatCannotBeHadAgainIsNamedAndForgotten) {
  // What `once` says is no input that anyone declared.
  const std::string script = "cat in h > out; [ ! -e once ] || echo more >> out; touch once; echo 'out: in h' > d";
  EXPECT_EQ(build(script), "ran");
  verify_ = 1;
  EXPECT_EQ(build(script), "ran");
  EXPECT_EQ(summary_.verified, 1u);
  EXPECT_EQ(summary_.unlike.size(), 1u);
  EXPECT_EQ(read("out"), "i1more\n");
  EXPECT_EQ(cache_->size().entries, 0u);
  // Nothing to compare with now; what ran last counts.
  EXPECT_EQ(build(script), "ran");
  EXPECT_EQ(summary_.verified, 0u);
  verify_ = 0;
  EXPECT_EQ(build(script), "clean");
}

TEST_F(CachedBuildTest, WhatIsDirtyAnywayIsNotVerified) {
  EXPECT_EQ(build(), "ran");
  write("h", "2");
  verify_ = 1;
  EXPECT_EQ(build(), "ran");
  EXPECT_EQ(summary_.verified, 0u);
  EXPECT_EQ(read("out"), "i2");
}

TEST_F(CachedBuildTest, EvictionInBetweenIsAMiss) {
  EXPECT_EQ(build(), "ran");
  ASSERT_TRUE(cache_->collect(0));
  EXPECT_EQ(clean_build(), "ran");
  EXPECT_EQ(read("out"), "i1");
}

TEST_F(CachedBuildTest, AnInputEditedWhileTheCommandReadsItIsNotTaken) {
  // The header is edited after the command read it, and edited back before it ends: its content is what it was.
  const std::string script = "cat in > out; printf 2 > h; cat h >> out; printf 1 > h; echo 'out: in h' > d";
  EXPECT_EQ(build(script), "ran");
  EXPECT_EQ(read("out"), "i2");
  // Seen for the first time it was touched meanwhile; known from then on, it is not what it was.
  for (int i = 0; i < 2; ++i) EXPECT_EQ(build(script), "ran");
  EXPECT_EQ(recorder_.messages, "`h` changed while it was read: what read it runs again in the next build");
  EXPECT_EQ(build(script), "ran");
  for (const char* name : {".state", "out"}) ::unlink(path(name).c_str());
  EXPECT_EQ(build(script), "ran");
}

TEST_F(CachedBuildTest, ALinkOrADirectoryIsNotTaken) {
  EXPECT_EQ(build("cat in h > real; ln -sf real out; echo 'out: in h' > d"), "ran");
  ::unlink(path(".state").c_str());
  EXPECT_EQ(build("cat in h > real; ln -sf real out; echo 'out: in h' > d"), "ran");
  EXPECT_TRUE(recorder_.messages.empty());
}

TEST_F(CachedBuildTest, AFailureIsNotTaken) {
  EXPECT_EQ(build("cat in > out; echo 'out: in' > d; exit 1"), "failed");
  EXPECT_EQ(build("cat in > out; echo 'out: in' > d; exit 1"), "failed");
}

TEST_F(CachedBuildTest, AHitObeysTheLayersOfThisWorkspace) {
  struct Reject : InputPolicy {
    std::optional<std::string> rejects(std::string_view name) const override {
      return name == "h" ? std::optional<std::string>("h is not for you") : std::nullopt;
    }
  };
  EXPECT_EQ(build(), "ran");
  for (const char* name : {".state", "out", "d"}) ::unlink(path(name).c_str());
  Action action;
  action.policy = std::make_shared<Reject>();
  EXPECT_EQ(build("cat in h > out; echo 'out: in h' > d", std::move(action)), "failed");
  EXPECT_EQ(recorder_.output, "error: h is not for you\n");
}

TEST_F(CachedBuildTest, AbsolutePathsOfTheDepfileAreThoseOfTheWorkspace) {
  EXPECT_EQ(build("cat in h > out; echo \"out: in $PWD/h\" > d"), "ran");
  // The same workspace elsewhere.
  const std::string elsewhere = path("elsewhere");
  ASSERT_TRUE(fs::write(elsewhere + "/in", "i"));
  ASSERT_TRUE(fs::write(elsewhere + "/h", "1"));
  auto log = StateLog::open(elsewhere + "/.state");
  ActionGraph graph((*log)->files());
  Action action;
  action.words = {"/bin/sh", "-ec", "cat in h > out; echo \"out: in $PWD/h\" > d"};
  action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"PATH=/usr/bin:/bin"});
  action.inputs = {graph.file("in")};
  action.outputs = {graph.file("out")};
  action.depfile = "d";
  const FileId wanted[] = {action.outputs[0]};
  ASSERT_TRUE(graph.add(std::move(action)));
  BuildOptions options;
  options.root = elsewhere;
  options.cache = cache_.get();
  Recorder recorder;
  ASSERT_TRUE(engine::build(graph, **log, wanted, options, recorder));
  EXPECT_EQ(recorder.how, "hit");
}

TEST_F(CachedBuildTest, AGeneratorsResultStaysInItsDirectory) {
  // It may have written where it stands.
  const std::string script = "mkdir -p x; pwd > out; echo 'out: in' > d";
  Action action;
  action.jobserver = true;
  EXPECT_EQ(build(script, action), "ran");
  for (const char* name : {".state", "out", "d"}) ::unlink(path(name).c_str());
  EXPECT_EQ(build(script, action), "hit");
  const std::string moved = directory_.path() + ".moved";
  ASSERT_EQ(::rename(directory_.path().c_str(), moved.c_str()), 0);
  ASSERT_TRUE(fs::make_directories(directory_.path()));
  auto log = StateLog::open(moved + "/.state2");
  ActionGraph graph((*log)->files());
  action.words = {"/bin/sh", "-ec", script};
  action.environment = std::make_shared<SharedWords>(std::vector<std::string>{"PATH=/usr/bin:/bin"});
  action.inputs = {graph.file("in")};
  action.outputs = {graph.file("out")};
  action.depfile = "d";
  const FileId wanted[] = {action.outputs[0]};
  ASSERT_TRUE(graph.add(std::move(action)));
  BuildOptions options;
  options.root = moved;
  auto cache = ActionCache::open(moved + "/cache", kMuch);
  options.cache = cache->get();
  Recorder recorder;
  EXPECT_TRUE(engine::build(graph, **log, wanted, options, recorder));
  EXPECT_EQ(recorder.how, "ran");
  EXPECT_EQ(fs::read(moved + "/out"), moved + "\n");
  ASSERT_TRUE(fs::remove_all(moved));
}

// On a file system of 64 KiB where that is permitted, else with a limit on the size of files.
TEST_F(CachedBuildTest, AFullDiskCostsTheCacheNotTheBuild) {
  const std::string large(200'000, 'x');
  write("in", large);
  const pid_t child = ::fork();
  if (child == 0) {
    cache_.reset();
    const bool mounted = ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                         ::mount("tmpfs", path("cache").c_str(), "tmpfs", 0, "size=64k") == 0;
    if (!mounted) {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{100'000, RLIM_INFINITY};
      // The command's own output must fit, so it is the blob alone that does not: the limit is ours, not the child's.
      cache_ = open();
      if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(10);
      CachedVariant variant;
      variant.outputs = {{sha256(large), 0644}};
      if (cache_->insert(sha256("k"), variant, {path("in")})) ::_exit(11);
      if (!cache_->find(sha256("k")).empty()) ::_exit(12);
      ::_exit(fs::exists(blob(large)) ? 13 : 0);
    }
    cache_ = open();
    if (build() != "ran" || read("out") != large + "1") ::_exit(1);
    if (!recorder_.messages.starts_with("the action cache does not take results: cannot write ")) ::_exit(2);
    if (clean_build() != "ran") ::_exit(3);
    if (build() != "clean") ::_exit(4);
    // What is small still fits: no debris fills the disk.
    write("in", "i");
    if (build() != "ran" || clean_build() != "hit" || read("out") != "i1") ::_exit(5);
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace hull::engine
