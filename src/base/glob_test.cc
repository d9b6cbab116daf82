#include "base/glob.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

#include "base/file_system.h"
#include "base/text.h"

namespace hull {
namespace {

using List = std::vector<std::string>;

TEST(GlobMatch, Syntax) {
  struct Case {
    std::string_view pattern, path;
    bool matches;
  };
  const Case cases[] = {
      {"a.cc", "a.cc", true},
      {"a.cc", "a.ccc", false},
      {"*.cc", "a.cc", true},
      {"*.cc", ".cc", true},
      {"*.cc", "d/a.cc", false},
      {"./src/*.cc", "src/a.cc", true},
      {"a?c", "abc", true},
      {"a?c", "a/c", false},
      {"a?c",
       "a\xc3\xa4"
       "c",
       true},  // A letter, not a byte.
      {"a?c",
       "a\xff"
       "c",
       true},  // A byte that is no letter.
      {"a??c",
       "a\xc3\xa4"
       "c",
       false},
      {"[a-c]x", "bx", true},
      {"[a-c]x", "dx", false},
      {"[!a-c]x", "dx", true},
      {"[^a-c]x", "bx", false},
      {"[!a]x", "/x", false},
      {"[]]", "]", true},
      {"[a-]", "-", true},
      {"[\\]]", "]", true},
      {"[ab", "[ab", true},  // Never closed: plain.
      {"[", "[", true},
      {"[!", "[!", true},
      {"{a,b}.cc", "b.cc", true},
      {"{a,b}.cc", "c.cc", false},
      {"x{,y}", "x", true},
      {"x{,y}", "xy", true},
      {"{a,{b,c}d}e", "cde", true},
      {"{src,test/**}/*.cc", "test/a/b/x.cc", true},
      {"{src/**,include/**}", "include/a/b.h", true},
      {"{src/**,include/**}", "lib/a/b.h", false},
      {"{a,b", "{a,b", true},
      {"a}", "a}", true},
      {"**/x", "x", true},
      {"**/x", "a/b/x", true},
      {"**/x", "a/bx", false},
      {"a/**/b", "a/b", true},
      {"a/**/b", "a/x/y/b", true},
      {"a/**/b", "ab", false},
      {"a/**", "a/x/y", true},
      {"a/**", "a", false},
      {"a/**", "a/", false},
      {"**", "a/b", true},
      {"a**b", "axxb", true},
      {"a**b", "a/b", false},
      {"**/*_test.cc", "src/base/a_test.cc", true},
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"a\\", "a\\", true},
      {"*", "", true},
      {"", "", true},
      {"", "a", false},
      {"a\nb*", "a\nbc", true},
  };
  for (const Case& c : cases)
    EXPECT_EQ(glob_match(c.pattern, c.path), c.matches) << c.pattern << " on " << c.path;
}

TEST(GlobMatch, HostilePatternsCostTheirLength) {
  const auto begin = std::chrono::steady_clock::now();
  std::string stars, braces;
  for (int i = 0; i < 100; ++i) stars += "*a";
  EXPECT_FALSE(glob_match(stars + "b", std::string(500, 'a')));
  for (int i = 0; i < 3000; ++i) braces += "{a,";
  EXPECT_FALSE(glob_match(braces + std::string(3000, '}'), "b"));
  EXPECT_TRUE(glob_match(std::string(3000, '{'), std::string(3000, '{')));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(GlobMatch, IsGlob) {
  for (const char* pattern : {"*", "a?", "[a]", "{a,b}", "a\\*"}) EXPECT_TRUE(is_glob(pattern)) << pattern;
  for (const char* pattern : {"", "src/a.cc", "a]b}", "a b"}) EXPECT_FALSE(is_glob(pattern)) << pattern;
}

class GlobFiles : public testing::Test {
 protected:
  void make(const List& files) {
    for (const std::string& file : files) ASSERT_TRUE(fs::write(root() + "/" + file, ""));
  }
  void link(const std::string& target, const std::string& name) {
    ASSERT_EQ(symlink(target.c_str(), (root() + "/" + name).c_str()), 0);
  }
  const std::string& root() const { return directory_.path(); }
  List files(const List& patterns, const List& excludes = {}, const List& prune = {}) {
    const auto result = glob_files(root(), patterns, excludes, prune);
    if (!result) return {"error: " + result.error().message};
    return result->files;
  }
  List directories(const List& patterns, const List& excludes = {}) {
    return glob_files(root(), patterns, excludes).value().directories;
  }

 private:
  fs::TemporaryDirectory directory_;
};

TEST_F(GlobFiles, FindsSortedAndOnce) {
  make({"src/b.cc", "src/a.cc", "src/a.h", "src/sub/c.cc", "other/d.cc"});
  EXPECT_EQ(files({"src/*.cc"}), (List{"src/a.cc", "src/b.cc"}));
  EXPECT_EQ(files({"src/**/*.cc", "src/a.cc", "src/*.cc"}), (List{"src/a.cc", "src/b.cc", "src/sub/c.cc"}));
  EXPECT_EQ(files({"**"}, {"src/**"}), (List{"other/d.cc"}));
  EXPECT_EQ(files({}), List{});
  EXPECT_EQ(files({"none/*.cc"}), List{});
  EXPECT_EQ(files({"src/a.cc/*"}), List{});
}

TEST_F(GlobFiles, AnExcludedDirectoryIsNotEntered) {
  make({"src/a.cc", "src/vendor/b.cc"});
  EXPECT_EQ(files({"**/*.cc"}, {"src/vendor"}), (List{"src/a.cc"}));
  EXPECT_EQ(files({"**/*.cc"}, {"**/vendor/**"}), (List{"src/a.cc"}));
  EXPECT_EQ(directories({"**/*.cc"}, {"src/vendor"}), (List{".", "src"}));
  EXPECT_EQ(directories({"**/*.cc"}, {"src/vendor/**"}), (List{".", "src"}));
  EXPECT_EQ(directories({"**/*.cc"}, {"src/vendor/*.h"}), (List{".", "src", "src/vendor"}));
}

TEST_F(GlobFiles, DirectoriesAreThoseThatDecide) {
  make({"src/a.cc", "src/sub/b.cc", "lib/x/y.cc", "top.cc"});
  // A name that a pattern spells is asked for by itself: other changes of the root decide nothing.
  EXPECT_EQ(directories({"src/*.cc"}), (List{"src"}));
  EXPECT_EQ(directories({"src/**/*.cc"}), (List{"src", "src/sub"}));
  EXPECT_EQ(directories({"{src,lib}/x/*.cc"}), (List{"lib/x", "src"}));  // src/x may come.
  EXPECT_EQ(directories({"none/deep/*.cc"}), (List{"."}));
  EXPECT_EQ(directories({"top.cc"}), (List{"."}));
  EXPECT_EQ(directories({"*/x/*.cc"}), (List{".", "lib/x", "src"}));
}

TEST_F(GlobFiles, DotsMustBeSpelled) {
  make({".git/a.cc", "src/.#b.cc", "src/.cache/c.cc", "src/d.cc", ".config/e.cc"});
  EXPECT_EQ(files({"**/*.cc"}), (List{"src/d.cc"}));
  EXPECT_EQ(files({"?config/*.cc", "[.]config/*.cc"}), List{});
  EXPECT_EQ(files({".config/*.cc", "src/.*/*.cc"}), (List{".config/e.cc", "src/.cache/c.cc"}));
  EXPECT_EQ(files({"src/.cache/*.cc"}, {"src/**"}), List{});  // An exclude sees all.
}

TEST_F(GlobFiles, PrunedDirectoriesMustBeNamed) {
  make({"target/gen/a.cc", "src/target/b.cc", "build/out/c.cc"});
  EXPECT_EQ(files({"**/*.cc"}, {}, {"target", "build/out/"}), (List{"src/target/b.cc"}));
  EXPECT_EQ(files({"t*/gen/*.cc"}, {}, {"target"}), List{});
  EXPECT_EQ(files({"target/**/*.cc"}, {}, {"target"}), (List{"target/gen/a.cc"}));
  EXPECT_EQ(files({"*/out/*.cc", "src/**"}, {}, {"build/out"}), (List{"build/out/c.cc", "src/target/b.cc"}));
}

TEST_F(GlobFiles, LinkLoopsEnd) {
  make({"a/x.cc", "a/b/y.cc"});
  link("..", "a/b/up");
  link(".", "a/self");
  link("nowhere", "a/dangling.cc");
  link("self2", "a/self2");
  EXPECT_EQ(files({"**/*.cc"}), (List{"a/b/y.cc", "a/x.cc"}));
  EXPECT_EQ(files({"**/up/*.cc"}), List{});
  // A spelled link is one step and no loop.
  EXPECT_EQ(files({"a/self/x.cc"}), (List{"a/self/x.cc"}));
}

TEST_F(GlobFiles, ManyLinksToOneAnotherAreWalkedOnce) {
  for (int i = 0; i < 12; ++i) {
    const std::string name = "d" + std::to_string(i);
    make({name + "/x.cc"});
    for (int j = 0; j < 12; ++j) link("../d" + std::to_string(j), name + "/l" + std::to_string(j));
  }
  EXPECT_EQ(files({"**/*.cc"}).size(), 12u);
}

TEST_F(GlobFiles, TheRealWayToADirectoryIsPreferred) {
  make({"zreal/x.cc", "zreal/sub/x.h"});
  link("zreal", "alink");
  EXPECT_EQ(files({"**/*.cc"}), (List{"zreal/x.cc"}));
  EXPECT_EQ(files({"alink/*.cc"}), (List{"alink/x.cc"}));
  EXPECT_EQ(files({"alink/**/*.cc", "**/*.h"}), (List{"alink/sub/x.h", "alink/x.cc", "zreal/sub/x.h"}));
}

TEST_F(GlobFiles, LinksOutOfTheTreeAreFollowed) {
  fs::TemporaryDirectory other;
  ASSERT_TRUE(fs::write(other.path() + "/x.cc", ""));
  make({"src/a.cc"});
  link(other.path(), "src/other");
  link(other.path() + "/x.cc", "src/file.cc");
  EXPECT_EQ(files({"src/**/*.cc"}), (List{"src/a.cc", "src/file.cc", "src/other/x.cc"}));
}

TEST_F(GlobFiles, ParentsCanBeSpelled) {
  make({"pkg/a.cc", "shared/b.cc"});
  const auto result = glob_files(root() + "/pkg", {"../shared/*.cc", "../pkg/*.cc"}, {});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->files, (List{"../pkg/a.cc", "../shared/b.cc"}));
}

TEST_F(GlobFiles, OddNames) {
  make({"a b/c\nd.cc", "\xff\xfe/x.cc", "star*/y.cc"});
  EXPECT_EQ(files({"**/*.cc"}), (List{"a b/c\nd.cc", "star*/y.cc", "\xff\xfe/x.cc"}));
  EXPECT_EQ(files({"\xff\xfe/*.cc", "star\\*/y.cc"}), (List{"star*/y.cc", "\xff\xfe/x.cc"}));
}

TEST_F(GlobFiles, OnlyRegularFiles) {
  make({"a.cc"});
  ASSERT_EQ(mkfifo((root() + "/pipe.cc").c_str(), 0600), 0);
  ASSERT_TRUE(fs::make_directories(root() + "/dir.cc"));
  EXPECT_EQ(files({"*.cc"}), (List{"a.cc"}));
}

TEST_F(GlobFiles, AMissingRootIsAnError) {
  const auto result = glob_files(root() + "/none", {"*"}, {});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "cannot list " + root() + "/none: No such file or directory");
}

}  // namespace
}  // namespace hull
