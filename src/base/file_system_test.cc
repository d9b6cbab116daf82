#include "base/file_system.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

namespace hull::fs {
namespace {

class FileSystem : public testing::Test {
 protected:
  std::string in(std::string_view name) const { return directory_.path() + "/" + std::string(name); }
  std::vector<std::string> names(const std::string& directory) const {
    std::vector<std::string> result;
    for (const Entry& entry : list(directory).value()) result.push_back(entry.name);
    return result;
  }
  mode_t mode(const std::string& path) const {
    struct stat status;
    return stat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
  }
  void link(const std::string& target, const std::string& name) {
    ASSERT_EQ(symlink(target.c_str(), name.c_str()), 0);
  }

  TemporaryDirectory directory_;
};

TEST_F(FileSystem, WhatIsWrittenIsRead) {
  const std::string zeros("a\0b\r\n\xff", 6);
  for (const std::string& content : {std::string(), zeros, std::string(3'000'000, 'x')}) {
    ASSERT_TRUE(write(in("new/deep/file"), content));
    EXPECT_EQ(read(in("new/deep/file")).value(), content);
  }
  EXPECT_EQ(names(in("new/deep")), (std::vector<std::string>{"file"}));
}

TEST_F(FileSystem, FilesThatHideTheirSizeAreReadWhole) {
  EXPECT_TRUE(read("/proc/self/status").value().starts_with("Name:"));
  EXPECT_EQ(read("/dev/null").value(), "");
}

TEST_F(FileSystem, OddNames) {
  const std::string longest(255, 'n');
  for (const std::string& name :
       {std::string("a b"), std::string("line\nbreak"), std::string("\xff\xfe"), longest}) {
    ASSERT_TRUE(write(in(name), name)) << name;
    EXPECT_EQ(read(in(name)).value(), name);
  }
}

TEST_F(FileSystem, ErrorsNameThePathReadably) {
  EXPECT_EQ(read(in("no\nne")).error().message,
            "cannot open " + in("no\\x0ane") + ": No such file or directory");
  EXPECT_EQ(read(directory_.path()).error().message, "cannot read " + directory_.path() + ": Is a directory");
  ASSERT_TRUE(write(in("file"), ""));
  EXPECT_EQ(write(in("file/below"), "").error().message,
            "cannot write " + in("file/below") + ": Not a directory");
  EXPECT_EQ(write(in(std::string(300, 'n')), "").error().message,
            "cannot write " + in(std::string(300, 'n')) + ": File name too long");
  EXPECT_EQ(make_directories(in("file/below")).error().message,
            "cannot create directory " + in("file/below") + ": Not a directory");
  EXPECT_EQ(list(in("file")).error().message, "cannot list " + in("file") + ": Not a directory");
  ASSERT_TRUE(make_directories(in("full/of")));
  EXPECT_EQ(write(in("full"), "").error().message, "cannot write " + in("full") + ": Is a directory");
  EXPECT_EQ(names(directory_.path()), (std::vector<std::string>{"file", "full"}));  // No temporary left.
}

TEST_F(FileSystem, WriteKeepsTheModeAndTheOldFileForThoseWhoReadIt) {
  ASSERT_TRUE(write(in("tool"), "old"));
  ASSERT_EQ(chmod(in("tool").c_str(), 0751), 0);
  const int reader = open(in("tool").c_str(), O_RDONLY);
  ASSERT_TRUE(write(in("tool"), "new"));
  char buffer[8];
  EXPECT_EQ(::read(reader, buffer, sizeof buffer), 3);
  EXPECT_EQ(std::string(buffer, 3), "old");
  close(reader);
  EXPECT_EQ(mode(in("tool")), 0751u);
}

TEST_F(FileSystem, WriteReplacesALinkAndSparesItsTarget) {
  ASSERT_TRUE(write(in("target"), "precious"));
  link("target", in("name"));
  ASSERT_TRUE(write(in("name"), "new"));
  EXPECT_EQ(read(in("target")).value(), "precious");
  EXPECT_EQ(read(in("name")).value(), "new");
}

/// Writes beyond `bytes` fail while it lives, as on a full disk.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    old_handler_ = signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit limit{bytes, old_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &old_);
    signal(SIGXFSZ, old_handler_);
  }

 private:
  rlimit old_;
  void (*old_handler_)(int);
};

TEST_F(FileSystem, AFullDiskLeavesTheOldContent) {
  ASSERT_TRUE(write(in("file"), "old"));
  ASSERT_TRUE(write(in("big"), std::string(100'000, 'x')));
  {
    const FileSizeLimit limit(4096);
    EXPECT_EQ(write(in("file"), std::string(10'000, 'x')).error().message,
              "cannot write " + in("file") + ": File too large");
    const auto copied = copy_file(in("big"), in("file"));
    EXPECT_EQ(copied.error().message, "cannot copy " + in("big") + ": File too large");
    EXPECT_EQ(copied.error().contexts, (std::vector<std::string>{"while writing " + in("file")}));
  }
  EXPECT_EQ(read(in("file")).value(), "old");
  EXPECT_EQ(names(directory_.path()), (std::vector<std::string>{"big", "file"}));
}

TEST_F(FileSystem, ReadersNeverSeeAPart) {
  const std::string a(200'000, 'a'), b(200'000, 'b');
  ASSERT_TRUE(write(in("file"), a));
  std::jthread writer([&] {
    for (int i = 0; i < 100; ++i) ASSERT_TRUE(write(in("file"), i % 2 == 0 ? b : a));
  });
  for (int i = 0; i < 100; ++i) {
    const std::string seen = read(in("file")).value();
    ASSERT_TRUE(seen == a || seen == b);
  }
}

TEST_F(FileSystem, WriteIfChangedLeavesEqualFilesAlone) {
  EXPECT_TRUE(write_if_changed(in("file"), "one").value());
  struct stat before, after;
  stat(in("file").c_str(), &before);
  EXPECT_FALSE(write_if_changed(in("file"), "one").value());
  stat(in("file").c_str(), &after);
  EXPECT_EQ(before.st_ino, after.st_ino);
  EXPECT_EQ(before.st_ctim.tv_nsec, after.st_ctim.tv_nsec);
  EXPECT_TRUE(write_if_changed(in("file"), "two").value());
  EXPECT_EQ(read(in("file")).value(), "two");
}

TEST_F(FileSystem, MakeDirectoriesIsDoneWhenTheyAreThere) {
  EXPECT_TRUE(make_directories(in("a/b/c")));
  EXPECT_TRUE(make_directories(in("a/b/c")));
  EXPECT_TRUE(make_directories(in("a/b/d/")));
  EXPECT_TRUE(make_directories(""));
  EXPECT_TRUE(make_directories("/"));
  EXPECT_TRUE(is_directory(in("a/b/d")));
}

TEST_F(FileSystem, CopyTakesContentAndMode) {
  ASSERT_TRUE(write(in("from"), std::string(500'000, 'x') + "end"));
  ASSERT_EQ(chmod(in("from").c_str(), 0750), 0);
  ASSERT_TRUE(copy_file(in("from"), in("made/to")));
  EXPECT_EQ(read(in("made/to")).value(), read(in("from")).value());
  EXPECT_EQ(mode(in("made/to")), 0750u);
  ASSERT_TRUE(copy_file("/proc/self/status", in("status")));
  EXPECT_TRUE(read(in("status")).value().starts_with("Name:"));
  EXPECT_EQ(copy_file(in("made"), in("x")).error().message, "cannot copy " + in("made") + ": Is a directory");
  EXPECT_FALSE(copy_file(in("none"), in("x")));
}

TEST_F(FileSystem, CopyOverARunningProgram) {
  ASSERT_TRUE(copy_file("/bin/sleep", in("program")));
  const pid_t child = fork();
  if (child == 0) {
    execl(in("program").c_str(), "sleep", "100", nullptr);
    _exit(1);
  }
  EXPECT_TRUE(copy_file("/bin/true", in("program")));
  kill(child, SIGKILL);
}

TEST_F(FileSystem, RemoveAllNeverFollowsLinks) {
  ASSERT_TRUE(write(in("keep/file"), "precious"));
  ASSERT_TRUE(write(in("tree/a/b/c"), ""));
  link(in("keep"), in("tree/a/link"));
  link("nowhere", in("tree/dangling"));
  link(in("keep"), in("top"));
  ASSERT_EQ(chmod(in("tree/a/b/c").c_str(), 0), 0);
  EXPECT_TRUE(remove_all(in("tree")));
  EXPECT_TRUE(remove_all(in("top")));
  EXPECT_TRUE(remove_all(in("tree")));             // Missing is done.
  EXPECT_TRUE(remove_all(in("keep/file/below")));  // So is what cannot be there.
  EXPECT_EQ(names(directory_.path()), (std::vector<std::string>{"keep"}));
  EXPECT_EQ(read(in("keep/file")).value(), "precious");
}

TEST_F(FileSystem, RemoveAllTakesDeepTrees) {
  std::string path = in("deep");
  for (int i = 0; i < 300; ++i) path += "/d";
  ASSERT_TRUE(make_directories(path));
  EXPECT_TRUE(remove_all(in("deep")));
  EXPECT_FALSE(exists(in("deep")));
}

TEST_F(FileSystem, ListIsSortedByBytesAndKnowsKinds) {
  ASSERT_TRUE(write(in("b"), ""));
  ASSERT_TRUE(write(in("B"), ""));
  ASSERT_TRUE(write(in("\xff"), ""));
  ASSERT_TRUE(make_directories(in("dir")));
  ASSERT_EQ(mkfifo(in("pipe").c_str(), 0600), 0);
  link("dir", in("to-dir"));
  link("nowhere", in("to-none"));
  link("to-self", in("to-self"));
  struct Case {
    std::string name;
    FileKind kind;
    bool is_link;
  };
  const Case cases[] = {
      {"B", FileKind::File, false},          {"b", FileKind::File, false},
      {"dir", FileKind::Directory, false},   {"pipe", FileKind::Other, false},
      {"to-dir", FileKind::Directory, true}, {"to-none", FileKind::Missing, true},
      {"to-self", FileKind::Missing, true},  {"\xff", FileKind::File, false},
  };
  const auto entries = list(directory_.path()).value();
  ASSERT_EQ(entries.size(), std::size(cases));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    EXPECT_EQ(entries[i].name, cases[i].name);
    EXPECT_EQ(entries[i].kind, cases[i].kind) << cases[i].name;
    EXPECT_EQ(entries[i].is_link, cases[i].is_link) << cases[i].name;
    EXPECT_EQ(kind(in(cases[i].name)), cases[i].kind) << cases[i].name;
  }
}

TEST_F(FileSystem, CanonicalFollowsLinks) {
  ASSERT_TRUE(write(in("dir/file"), ""));
  link("dir", in("link"));
  EXPECT_EQ(canonical(in("link/../link/file")), in("dir/file"));
  EXPECT_EQ(canonical(in("none")), std::nullopt);
}

TEST_F(FileSystem, TemporaryDirectoriesGoWithTheirContent) {
  std::string path;
  {
    const TemporaryDirectory one, two;
    EXPECT_NE(one.path(), two.path());
    path = one.path();
    EXPECT_EQ(mode(path), 0700u);
    ASSERT_TRUE(write(path + "/a/b", ""));
  }
  EXPECT_FALSE(exists(path));
}

TEST(FileSystemDeathTest, NoPlaceForTemporaryDirectories) {
  const TemporaryDirectory here;
  EXPECT_EXIT(
      {
        setenv("TMPDIR", (here.path() + "/none").c_str(), 1);
        const TemporaryDirectory directory;
      },
      testing::ExitedWithCode(1), "error: cannot create directory .*/none/hull-");
}

}  // namespace
}  // namespace hull::fs
