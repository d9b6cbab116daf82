// What changed, by content and counter, whatever clocks and stamps say.
#include "engine/snapshot.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_system.h"

namespace hull::engine {
namespace {

class SnapshotTest : public ::testing::Test {
 protected:
  SnapshotTest() { next_build(); }
  std::string path(std::string_view name) const { return directory_.path() + "/" + std::string(name); }
  void write(std::string_view name, std::string_view text) { ASSERT_TRUE(fs::write(path(name), text)); }
  // Writes into the file that is there: same inode, and a stamp that differs by its times alone.
  void overwrite(std::string_view name, std::string_view text) {
    const int file = ::open(path(name).c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    ASSERT_EQ(::write(file, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ::close(file);
  }
  void set_mtime(std::string_view name, std::int64_t seconds) {
    const timespec times[2] = {{0, UTIME_OMIT}, {seconds, 0}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path(name).c_str(), times, 0), 0);
  }
  void next_build() {
    if (snapshot_) snapshot_->settle();
    snapshot_.reset();
    log_.reset();
    log_ = std::move(*StateLog::open(path(".state")));
    snapshot_ = std::make_unique<Snapshot>(*log_, disk_);
  }
  FileId id(std::string_view name) { return log_->files().intern(name); }
  // The counter at which `name` last changed, as this build sees it.
  std::uint64_t changed(std::string_view name) {
    EXPECT_TRUE(snapshot_->look(id(name)));
    return snapshot_->content_changed(id(name));
  }
  // Whether the next build sees a change of `name` since this one looked.
  bool changes(std::string_view name) {
    const std::uint64_t before = snapshot_->content_changed(id(name));
    next_build();
    return changed(name) > before;
  }

  fs::TemporaryDirectory directory_;
  Disk disk_ = *Disk::open(directory_.path());
  std::unique_ptr<StateLog> log_;
  std::unique_ptr<Snapshot> snapshot_;
};

TEST_F(SnapshotTest, AFileSeenForTheFirstTimeHasNotChanged) {
  write("a", "1");
  EXPECT_EQ(changed("a"), 0u);
  EXPECT_EQ(changed("missing"), 0u);
  EXPECT_TRUE(snapshot_->missing(id("missing")));
  EXPECT_FALSE(changes("a"));
}

TEST_F(SnapshotTest, AFileIsReadToItsEndWhateverItsSize) {
  constexpr std::size_t kPiece = std::size_t{256} << 10;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kPiece - 1, kPiece, kPiece + 1, 3 * kPiece}) {
    for (const char fill : {'\0', 'x'}) {
      const std::string text(size, fill);
      const std::string name = std::to_string(size) + (fill == 'x' ? ".h" : ".o");
      write(name, text);
      changed(name);
      EXPECT_EQ(snapshot_->record(id(name)).content, sha256(text)) << name;
      EXPECT_EQ(snapshot_->record(id(name)).tokens, facts_of(name, text, sha256(text)).tokens) << name;
      EXPECT_EQ(*disk_.read(name), text) << name;
    }
  }
}

TEST_F(SnapshotTest, WhatCountsAsAChange) {
  const struct {
    const char* what;
    std::function<void()> edit;
    bool change;
  } cases[] = {
      {"nothing", [] {}, false},
      {"written again, the same", [&] { write("a", "1"); }, false},
      {"other content", [&] { write("a", "2"); }, true},
      {"other content in place", [&] { overwrite("a", "3"); }, true},
      {"old content restored", [&] { overwrite("a", "1"); }, true},
      {"an old time", [&] { set_mtime("a", 1'000'000); }, false},
      {"other content under an old time", [&] { overwrite("a", "4"); set_mtime("a", 1'000'000); }, true},
      {"a time in the future", [&] { set_mtime("a", 4'000'000'000); }, false},
      {"other content under a future time", [&] { overwrite("a", "5"); set_mtime("a", 4'000'000'000); }, true},
      {"removed", [&] { ::unlink(path("a").c_str()); }, true},
      {"still removed", [] {}, false},
      {"a directory", [&] { ::mkdir(path("a").c_str(), 0755); }, true},
      {"an entry of it", [&] { write("a/x", ""); }, true},
      {"a change in that entry", [&] { write("a/x", "1"); }, false},
      {"the entry renamed", [&] { ::rename(path("a/x").c_str(), path("a/y").c_str()); }, true},
      {"a file again", [&] { ASSERT_TRUE(fs::remove_all(path("a"))); write("a", "6"); }, true},
      {"a link to a file", [&] { write("b", "7"); ::unlink(path("a").c_str()); ASSERT_EQ(::symlink("b", path("a").c_str()), 0); }, true},
      {"what the link leads to", [&] { write("b", "8"); }, true},
      {"a link to an equal file", [&] { write("c", "8"); ::unlink(path("a").c_str()); ASSERT_EQ(::symlink("c", path("a").c_str()), 0); }, false},
      {"a link in a loop", [&] { ::unlink(path("a").c_str()); ASSERT_EQ(::symlink("a", path("a").c_str()), 0); }, true},
      {"a pipe, which is never read", [&] { ::unlink(path("a").c_str()); ASSERT_EQ(::mkfifo(path("a").c_str(), 0644), 0); }, true},
      {"the pipe touched", [&] { set_mtime("a", 1'000'000); }, false},
  };
  write("a", "1");
  changed("a");
  for (const auto& c : cases) {
    c.edit();
    EXPECT_EQ(changes("a"), c.change) << c.what;
  }
}

TEST_F(SnapshotTest, AnyNameWillDo) {
  for (const char* name : {"with space", "new\nline", "\xff\xfe", "tab\t", "quote\"'", "sub/\xc3\xa9"}) {
    write(name, "1");
    changed(name);
    EXPECT_FALSE(changes(name)) << name;
    write(name, "2");
    EXPECT_TRUE(changes(name)) << name;
  }
}

TEST_F(SnapshotTest, TokensMoveLessThanContent) {
  write("a.h", "int a; // one\n");
  changed("a.h");
  write("a.h", "int a; // two\n");
  EXPECT_TRUE(changes("a.h"));
  EXPECT_EQ(snapshot_->tokens_changed(id("a.h")), 0u);
}

// A file written twice within a tick of the clock has one stamp for two contents.
TEST_F(SnapshotTest, AYoungStampIsNotTrusted) {
  for (int i = 0; i < 50; ++i) {
    const std::string text = std::to_string(i % 10);
    if (i == 0) write("a", text);
    overwrite("a", text);
    next_build();
    changed("a");
    // Between the look and the end of the build.
    overwrite("a", "x");
    EXPECT_TRUE(changes("a")) << i;
  }
}

TEST_F(SnapshotTest, SettledStampsAreTrusted) {
  write("a", "1");
  changed("a");
  EXPECT_EQ(log_->file(id("a")).stamp, Stamp{});
  next_build();
  EXPECT_EQ(log_->file(id("a")).stamp, disk_.look("a").stamp);
  // And then a look reads nothing: even an impossible record stands.
  FileRecord record = log_->file(id("a"));
  record.content = sha256("other");
  log_->record(id("a"), record);
  changed("a");
  EXPECT_EQ(log_->file(id("a")).content, sha256("other"));
}

TEST_F(SnapshotTest, ATimeInTheFutureIsTrustedOnceItIsOld) {
  write("a", "1");
  set_mtime("a", 4'000'000'000);
  changed("a");
  next_build();
  EXPECT_NE(log_->file(id("a")).stamp, Stamp{});
}

TEST_F(SnapshotTest, AnUnreadableFileIsAnError) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  write("a", "1");
  ::chmod(path("a").c_str(), 0);
  const auto looked = snapshot_->look(id("a"));
  ASSERT_FALSE(looked);
  EXPECT_EQ(looked.error().message, "cannot read a: Permission denied");
}

TEST_F(SnapshotTest, AnUnreadableDirectoryCountsByItsStamp) {
  if (::geteuid() == 0) GTEST_SKIP() << "root lists everything";
  write("d/x", "1");
  ::chmod(path("d").c_str(), 0300);
  changed("d");
  EXPECT_TRUE(snapshot_->has_entry(id("d"), "x"));
  EXPECT_FALSE(snapshot_->has_entry(id("d"), "y"));
  EXPECT_FALSE(changes("d"));
  write("d/y", "1");
  EXPECT_TRUE(changes("d"));
  ::chmod(path("d").c_str(), 0700);
}

// --- while commands run --------------------------------------------------------------------------------------

TEST_F(SnapshotTest, AFileFirstSeenAfterwardsMayHaveBeenEditedMeanwhile) {
  write("old", "1");
  while (Disk::now_ns() <= disk_.look("old").stamp.ctime_ns) ::usleep(200);
  const std::int64_t started = Disk::now_ns();
  const std::uint64_t counter = log_->advance();
  snapshot_->starts(started, counter);
  write("new", "1");
  write("gone/x", "1");
  ::unlink(path("gone/x").c_str());
  for (const char* name : {"old", "new", "gone/x", "never", "nowhere/at/all"}) {
    ASSERT_TRUE(snapshot_->look(id(name)));
  }
  EXPECT_LT(snapshot_->content_changed(id("old")), counter);
  EXPECT_GT(snapshot_->content_changed(id("new")), counter);
  EXPECT_GT(snapshot_->content_changed(id("gone/x")), counter);
}

TEST_F(SnapshotTest, WhatWasNeverThereWasNotRemoved) {
  write("d/x", "1");
  while (Disk::now_ns() <= disk_.look("d").stamp.ctime_ns) ::usleep(200);
  const std::int64_t started = Disk::now_ns();
  const std::uint64_t counter = log_->advance();
  snapshot_->starts(started, counter);
  for (const char* name : {"d/never", "d/no/where"}) {
    ASSERT_TRUE(snapshot_->look(id(name)));
    EXPECT_LT(snapshot_->content_changed(id(name)), counter) << name;
  }
}

TEST_F(SnapshotTest, TheFirstLookAnswersForEveryActionWhoeverLooks) {
  for (const char* name : {"before", "between", "back", "after"}) {
    write(name, "1");
    changed(name);
  }
  next_build();
  const auto start = [&] {
    const std::int64_t now = Disk::fine_now_ns();
    while (Disk::now_ns() <= now) ::usleep(200);
    const std::uint64_t counter = log_->advance();
    snapshot_->starts(Disk::now_ns(), counter);
    return counter;
  };
  write("before", "2");
  const std::uint64_t first = start();
  for (const char* name : {"between", "new", "back"}) write(name, "2");
  write("back", "1");
  const std::uint64_t second = start();
  write("after", "2");
  for (const char* name : {"before", "between", "new", "back", "after"}) ASSERT_TRUE(snapshot_->look(id(name)));
  EXPECT_LT(snapshot_->touched(id("before")), first);
  for (const char* name : {"between", "new", "back"}) {
    EXPECT_GT(snapshot_->touched(id(name)), first) << name;
    EXPECT_LE(snapshot_->touched(id(name)), second) << name;
  }
  EXPECT_GT(snapshot_->touched(id("after")), second);
  // What has its old content again is as it was for those of earlier builds.
  EXPECT_LT(snapshot_->content_changed(id("back")), first);
}

TEST_F(SnapshotTest, MovedMeansNotWhatWeTookItFor) {
  write("a", "1");
  write("b", "1");
  changed("a");
  changed("b");
  changed("c");
  EXPECT_FALSE(snapshot_->moved(id("a")));
  // Edited, and edited back.
  write("a", "2");
  write("a", "1");
  EXPECT_TRUE(snapshot_->moved(id("a")));
  ::unlink(path("b").c_str());
  EXPECT_TRUE(snapshot_->moved(id("b")));
  EXPECT_FALSE(snapshot_->moved(id("c")));
  write("c", "");
  EXPECT_TRUE(snapshot_->moved(id("c")));
}

TEST_F(SnapshotTest, DirectoriesTellWhichNamesMoved) {
  write("d/a", "1");
  write("d/b", "1");
  const FileId directory = id("d");
  snapshot_->list(directory);
  std::uint64_t since = log_->counter();
  const auto names = [&] {
    snapshot_->refresh(directory);
    std::vector<std::string> list;
    const auto moves = snapshot_->moves_since(directory, since);
    if (moves.anything) return std::vector<std::string>{"anything"};
    for (const std::string_view name : moves.names) list.emplace_back(name);
    if (moves.touched) list.emplace_back("touched");
    return list;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(names(), Names{});
  overwrite("d/a", "2");
  EXPECT_EQ(names(), Names{});
  // By a rename, which might have been anything.
  write("d/a", "2");
  EXPECT_EQ(names(), Names{"touched"});
  since = log_->counter();
  write("d/c", "1");
  ::unlink(path("d/a").c_str());
  EXPECT_EQ(names(), (Names{"a", "c", "touched"}));
  EXPECT_TRUE(snapshot_->has_entry(directory, "c"));
  since = log_->counter();
  EXPECT_EQ(names(), Names{});
  // An output of ours is known at once, and not told again by the next look.
  snapshot_->will_write(id("d/out"));
  write("d/out", "1");
  snapshot_->wrote(id("d/out"));
  EXPECT_TRUE(snapshot_->has_entry(directory, "out"));
  EXPECT_EQ(names(), Names{"out"});
  since = log_->counter();
  EXPECT_EQ(names(), Names{});
  ASSERT_TRUE(fs::remove_all(path("d")));
  EXPECT_EQ(names(), Names{"anything"});
}

TEST_F(SnapshotTest, ADirectoryTouchedInTheTickOfAStartMayHaveBeenTouchedTwice) {
  const auto touched = [&](bool later) {
    for (;;) {
      next_build();
      write("d/x", "1");
      snapshot_->list(id("d"));
      const std::int64_t touch = disk_.look("d").stamp.ctime_ns;
      while (later && Disk::now_ns() <= touch) ::usleep(200);
      const std::int64_t start = Disk::now_ns();
      if (!later && start > touch) continue;  // The tick was over.
      const std::uint64_t counter = log_->advance();
      snapshot_->starts(start, counter);
      snapshot_->refresh(id("d"));
      return snapshot_->moves_since(id("d"), counter).touched;
    }
  };
  EXPECT_TRUE(touched(false));
  EXPECT_FALSE(touched(true));
}

TEST_F(SnapshotTest, ADirectoryThatWasNotListedCannotSayWhatMoved) {
  write("d/a", "1");
  changed("d");
  next_build();
  changed("d");
  const std::uint64_t since = log_->counter();
  // Touched, but with the same names in the end: that needs no listing from before.
  write("d/x", "1");
  ::unlink(path("d/x").c_str());
  EXPECT_FALSE(snapshot_->refresh(id("d")));
  EXPECT_FALSE(snapshot_->moves_since(id("d"), since).anything);
  EXPECT_TRUE(snapshot_->moves_since(id("d"), since).touched);
  next_build();
  changed("d");
  write("d/b", "1");
  EXPECT_TRUE(snapshot_->refresh(id("d")));
  EXPECT_TRUE(snapshot_->moves_since(id("d"), since).anything);
}

}  // namespace
}  // namespace hull::engine
