#include "base/path.h"

#include <gtest/gtest.h>

namespace hull::path {
namespace {

TEST(Path, Join) {
  EXPECT_EQ(join("a", "b"), "a/b");
  EXPECT_EQ(join("a/", "b"), "a/b");
  EXPECT_EQ(join("a", "/b"), "/b");
  EXPECT_EQ(join("a", ""), "a");
  EXPECT_EQ(join("", "b"), "b");
  EXPECT_EQ(join("/", "b"), "/b");
}

TEST(Path, Normal) {
  struct Case {
    std::string_view path, normal;
  };
  const Case cases[] = {
      {"", "."},
      {".", "."},
      {"./", "."},
      {"a", "a"},
      {"a/", "a"},
      {"./a", "a"},
      {"a//b", "a/b"},
      {"a/./b", "a/b"},
      {"a/../b", "b"},
      {"a/..", "."},
      {"..", ".."},
      {"../..", "../.."},
      {"../a/..", ".."},
      {"a/../..", ".."},
      {"/", "/"},
      {"//", "/"},
      {"/..", "/"},
      {"/../a", "/a"},
      {"/a/../..", "/"},
      {"a/b/../../c", "c"},
      {"...", "..."},
      {"a/.../b", "a/.../b"},
      {"a b/\n", "a b/\n"},
      {"\xff/./x", "\xff/x"},
  };
  for (const Case& c : cases) EXPECT_EQ(normal(c.path), c.normal) << c.path;
}

TEST(Path, Relative) {
  EXPECT_EQ(relative("/a/b/c", "/a"), "b/c");
  EXPECT_EQ(relative("/a", "/a"), ".");
  EXPECT_EQ(relative("/a", "/a/b/c"), "../..");
  EXPECT_EQ(relative("/a/x", "/a/b"), "../x");
  EXPECT_EQ(relative("/ab", "/a"), "../ab");
  EXPECT_EQ(relative("/x", "/"), "x");
  EXPECT_EQ(relative("/", "/x"), "..");
}

TEST(Path, IsWithin) {
  EXPECT_TRUE(is_within("/a/b", "/a"));
  EXPECT_TRUE(is_within("/a", "/a"));
  EXPECT_TRUE(is_within("/a", "/"));
  EXPECT_FALSE(is_within("/ab", "/a"));
  EXPECT_FALSE(is_within("/a", "/a/b"));
  EXPECT_TRUE(is_within("a/b", "."));
  EXPECT_FALSE(is_within("../b", "."));
  EXPECT_TRUE(is_within("..b", "."));
}

TEST(Path, InsideOrSame) {
  EXPECT_EQ(inside_or_same("/w/src/a.cc", "/w"), "src/a.cc");
  EXPECT_EQ(inside_or_same("/w", "/w"), ".");
  EXPECT_EQ(inside_or_same("/usr/include/x.h", "/w"), "/usr/include/x.h");
  EXPECT_EQ(inside_or_same("/ww/a", "/w"), "/ww/a");
}

TEST(Path, Parts) {
  struct Case {
    std::string_view path, directory, name, stem, extension;
  };
  const Case cases[] = {
      {"a/b/c.cc", "a/b", "c.cc", "c", ".cc"},
      {"c.cc", "", "c.cc", "c", ".cc"},
      {"/x", "/", "x", "x", ""},
      {"a/c.tar.gz", "a", "c.tar.gz", "c.tar", ".gz"},
      {"a.b/c", "a.b", "c", "c", ""},
      {"a/.clangd", "a", ".clangd", ".clangd", ""},
      {"a/.x.h", "a", ".x.h", ".x", ".h"},
      {"a/..", "a", "..", "..", ""},
      {"x.", "", "x.", "x", "."},
      {"", "", "", "", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(directory(c.path), c.directory) << c.path;
    EXPECT_EQ(name(c.path), c.name) << c.path;
    EXPECT_EQ(stem(c.path), c.stem) << c.path;
    EXPECT_EQ(extension(c.path), c.extension) << c.path;
  }
}

}  // namespace
}  // namespace hull::path
