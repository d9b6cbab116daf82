// Headers that would be found first if they existed.
#include "engine/absence.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_system.h"

namespace hull::engine {
namespace {

class AbsenceTest : public ::testing::Test {
 protected:
  AbsenceTest() { next_build(); }
  std::string path(std::string_view name) const { return directory_.path() + "/" + std::string(name); }
  void write(std::string_view name, std::string_view text = "") { ASSERT_TRUE(fs::write(path(name), text)); }
  void remove(std::string_view name) { ASSERT_TRUE(fs::remove_all(path(name))); }
  FileId id(std::string_view name) { return log_->files().intern(name); }
  void next_build() {
    if (snapshot_) snapshot_->settle();
    absence_.reset();
    snapshot_.reset();
    log_.reset();
    log_ = std::move(*StateLog::open(path(".state")));
    snapshot_ = std::make_unique<Snapshot>(*log_, disk_);
    absence_ = std::make_unique<Absence>(*snapshot_);
  }
  AbsenceResult compute(const std::vector<std::string>& inputs) {
    std::vector<FileId> files;
    for (const std::string& input : inputs) {
      EXPECT_TRUE(snapshot_->look(id(input)));
      files.push_back(id(input));
    }
    auto result = absence_->compute(&search_, files);
    EXPECT_TRUE(result);
    return result ? *result : AbsenceResult{};
  }
  bool watches(const AbsenceResult& result, std::string_view name) {
    return std::binary_search(result.watched.begin(), result.watched.end(), id(name));
  }
  // Whether the edit would wake an action that read `inputs`: something watched moved, and the digest with it.
  bool wakes(const std::vector<std::string>& inputs, const std::function<void()>& edit) {
    next_build();
    const AbsenceResult before = compute(inputs);
    std::vector<std::pair<std::string, std::uint64_t>> watched;
    for (const FileId file : before.watched) watched.emplace_back(log_->files().path(file), snapshot_->content_changed(file));
    edit();
    next_build();
    bool moved = false;
    for (const auto& [name, changed] : watched) {
      EXPECT_TRUE(snapshot_->look(id(name)));
      moved = moved || snapshot_->content_changed(id(name)) != changed;
    }
    return moved && compute(inputs).digest != before.digest;
  }

  fs::TemporaryDirectory directory_;
  Disk disk_ = *Disk::open(directory_.path());
  SearchPath search_{{"near", "far", "/nowhere/include"}};
  std::unique_ptr<StateLog> log_;
  std::unique_ptr<Snapshot> snapshot_;
  std::unique_ptr<Absence> absence_;
};

TEST_F(AbsenceTest, WhatWakes) {
  write("src/a.cc", "#include \"q.h\"\n#include <x.h>\n#include <sub/y.h>\n#if __has_include(\"opt.h\")\n#endif\n");
  write("src/computed.cc", "#define H \"x.h\"\n#include H\n");
  write("src/dots.cc", "#include <../up.h>\n");
  write("far/x.h");
  write("far/sub/y.h");
  write("far/q.h");
  write("up.h");
  const std::vector<std::string> all = {"src/a.cc", "far/x.h", "far/sub/y.h", "far/q.h"};
  const std::vector<std::string> computed = {"src/computed.cc", "far/x.h", "far/sub/y.h"};
  const struct {
    const char* what;
    std::vector<std::string> inputs;
    std::function<void()> edit;
    bool wakes;
  } cases[] = {
      {"nothing", all, [] {}, false},
      {"a directory in front, empty", all, [&] { ASSERT_TRUE(fs::make_directories(path("near"))); }, false},
      {"another header there", all, [&] { write("near/other.h"); }, false},
      {"a header that shadows", all, [&] { write("near/x.h"); }, true},
      {"its content", all, [&] { write("near/x.h", "1"); }, false},
      {"it goes again", all, [&] { remove("near/x.h"); }, true},
      {"a directory of its name", all, [&] { ASSERT_TRUE(fs::make_directories(path("near/x.h"))); }, false},
      {"which becomes a file", all,
       [&] {
         remove("near/x.h");
         write("near/x.h");
       },
       true},
      {"it goes again", all, [&] { remove("near/x.h"); }, true},
      {"a link to nothing", all, [&] { ASSERT_EQ(::symlink("later.h", path("near/x.h").c_str()), 0); },
       false},
      {"which gets a target", all, [&] { write("near/later.h"); }, true},
      {"a shadow in a subdirectory that was missing", all, [&] { write("near/sub/y.h"); }, true},
      {"a shadow beside the includer", all, [&] { write("src/q.h"); }, true},
      {"not beside, for angle brackets", all, [&] { write("src/x.h"); }, false},
      {"behind the one found", {"src/a.cc", "near/x.h"}, [&] { write("far/sub/z.h"); }, false},
      {"asked for beside", all, [&] { write("src/opt.h"); }, true},
      {"asked for anywhere", all, [&] { write("far/opt.h"); }, true},
      {"asked for and replaced by a directory", all,
       [&] {
         remove("far/opt.h");
         ASSERT_TRUE(fs::make_directories(path("far/opt.h")));
       },
       true},
      {"computed include: another name beside it", computed, [&] { write("src/foo.gz"); }, false},
      {"the name of what it found", computed, [&] { remove("src/x.h"); }, true},
      {"it comes", computed, [&] { write("src/x.h"); }, true},
      {"a directory for its name", computed, [&] { ASSERT_TRUE(fs::make_directories(path("src/sub"))); },
       false},
      {"in there", computed, [&] { write("src/sub/y.h"); }, true},
      {"in there, another", computed, [&] { write("src/sub/z.h"); }, false},
      {"a name with ..",
       {"src/dots.cc", "up.h"},
       [&] {
         write("near/keep");
         remove("up.h");
       },
       true},
  };
  for (const auto& c : cases) EXPECT_EQ(wakes(c.inputs, c.edit), c.wakes) << c.what;
}

TEST_F(AbsenceTest, NoSearchPathNoCandidates) {
  write("a", "#include \"x.h\"\n");
  EXPECT_TRUE(snapshot_->look(id("a")));
  const FileId inputs[] = {id("a")};
  const auto result = absence_->compute(nullptr, inputs);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->digest, 0u);
  EXPECT_TRUE(result->watched.empty());
}

TEST_F(AbsenceTest, WatchesWhereCandidatesWouldBe) {
  write("src/a.cc", "#include \"q.h\"\n");
  write("far/sub/y.h");
  const AbsenceResult result = compute({"src/a.cc", "far/sub/y.h"});
  EXPECT_TRUE(watches(result, "src"));
  EXPECT_TRUE(watches(result, "near/sub"));
  EXPECT_FALSE(watches(result, "far"));
  EXPECT_FALSE(watches(result, "/nowhere/include"));
}

TEST_F(AbsenceTest, DigestsDoNotDependOnNumbers) {
  // The same tree under another numbering of files, as another workspace has it.
  write("src/a.cc", "#include \"q.h\"\n#include M\n");
  write("src/q.h");
  const AbsenceResult before = compute({"src/a.cc", "src/q.h"});
  remove(".state");
  next_build();
  for (const char* name : {"z", "y", "src"}) id(name);
  EXPECT_EQ(compute({"src/q.h", "src/a.cc"}).digest, before.digest);
}

TEST_F(AbsenceTest, ForgetsWhatItKnewWhenNamesMove) {
  write("src/a.cc", "#if __has_include(<gen.h>)\n#endif\n");
  write("near/x.h");
  snapshot_->list(id("near"));
  const std::uint64_t before = compute({"src/a.cc"}).digest;
  write("near/gen.h");
  snapshot_->wrote(id("near/gen.h"));
  EXPECT_NE(compute({"src/a.cc"}).digest, before);
}

TEST_F(AbsenceTest, DisturbedMeansACandidateMovedMeanwhile) {
  write("src/a.cc", "#include \"q.h\"\n#if __has_include(<opt.h>)\n#endif\n");
  write("far/q.h");
  ASSERT_TRUE(fs::make_directories(path("near")));
  for (const char* directory : {"near", "far", "src"}) snapshot_->list(id(directory));
  const AbsenceResult result = compute({"src/a.cc", "far/q.h"});
  const FileId inputs[] = {id("src/a.cc"), id("far/q.h")};
  const auto disturbed = [&](const std::function<void()>& edit) {
    const std::uint64_t since = log_->counter();
    edit();
    for (const FileId file : result.watched) snapshot_->refresh(file);
    const auto answer = absence_->disturbed(&search_, inputs, result.watched, since);
    EXPECT_TRUE(answer);
    return *answer;
  };
  EXPECT_FALSE(disturbed([] {}));
  // Beside the source stands what it includes; only a shadow of that matters, and none came.
  EXPECT_FALSE(disturbed([&] { write("src/swap~"); }));
  // Where it asks for a name, the name may have come and gone again.
  EXPECT_TRUE(disturbed([&] { write("near/other.h"); ::unlink(path("near/other.h").c_str()); }));
  EXPECT_TRUE(disturbed([&] { write("near/opt.h"); }));
  EXPECT_FALSE(disturbed([&] {
    snapshot_->will_write(id("near/generated.h"));
    write("near/generated.h");
    snapshot_->wrote(id("near/generated.h"));
  }));
  EXPECT_TRUE(disturbed([&] { write("src/q.h"); }));
  EXPECT_TRUE(disturbed([&] { remove("near"); }));
}

TEST_F(AbsenceTest, DisturbedByWhatAComputedIncludeWouldFind) {
  write("src/a.cc", "#include M\n");
  write("far/x.h");
  for (const char* directory : {"far", "src"}) snapshot_->list(id(directory));
  const AbsenceResult result = compute({"src/a.cc", "far/x.h"});
  const FileId inputs[] = {id("src/a.cc"), id("far/x.h")};
  const auto disturbed = [&](const std::function<void()>& edit) {
    const std::uint64_t since = log_->counter();
    edit();
    for (const FileId file : result.watched) snapshot_->refresh(file);
    return absence_->disturbed(&search_, inputs, result.watched, since).value_or(false);
  };
  EXPECT_FALSE(disturbed([&] { write("src/foo.gz"); }));
  EXPECT_TRUE(disturbed([&] { write("src/x.h"); }));
}

}  // namespace
}  // namespace hull::engine
