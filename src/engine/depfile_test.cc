// What compilers write, and what they should not.
#include "engine/depfile.h"

#include <gtest/gtest.h>

#include "base/file_system.h"
#include "base/process.h"

namespace hull::engine {
namespace {

using Words = std::vector<std::string>;

TEST(Depfile, GivesThePrerequisites) {
  const struct {
    const char* text;
    Words prerequisites;
  } cases[] = {
      {"a.o: a.cc b.h\n", {"a.cc", "b.h"}},
      {"a.o: a.cc b.h", {"a.cc", "b.h"}},
      {"a.o: a.cc \\\n  b.h \\\n\n", {"a.cc", "b.h"}},
      {"a.o: a.cc\\\r\n  b.h\r\n", {"a.cc", "b.h"}},
      {"a.o a.d : a.cc", {"a.cc"}},
      {"a.o:\n", {}},
      {"a.o: a.cc b.h\n\nb.h:\n", {"a.cc", "b.h"}},
      {"a.o: a.cc\nb.o: b.cc a.cc\n", {"a.cc", "b.cc", "a.cc"}},
      {"# made by hand\na.o: a.cc\n", {"a.cc"}},
      {"a.o: a\\ b.h a\\#b.h a$$b.h a\\\tb.h", {"a b.h", "a#b.h", "a$b.h", "a\tb.h"}},
      {"a.o: a\\\\\\ b.h a\\\\#b.h a\\b.h a\\\\b.h", {"a\\ b.h", "a\\#b.h", "a\\b.h", "a\\\\b.h"}},
      {"a.o: a:b.h C:\\x.h a:\\ b.h", {"a:b.h", "C:\\x.h", "a: b.h"}},
      {"a.o: \xc3\xa9\xff.h 'a' a*b (c) a=b %", {"\xc3\xa9\xff.h", "'a'", "a*b", "(c)", "a=b", "%"}},
      {"a\\ b.o: a.cc", {"a.cc"}},
      {"a.o:\ta.cc\tb.h", {"a.cc", "b.h"}},
      {"a.o: a.cc\\", {"a.cc\\"}},
  };
  for (const auto& c : cases) {
    const auto read = parse_depfile(c.text);
    ASSERT_TRUE(read) << c.text << ": " << read.error().message;
    EXPECT_EQ(*read, c.prerequisites) << c.text;
  }
}

TEST(Depfile, RefusesWhatIsNone) {
  const struct {
    std::string_view text, message;
  } cases[] = {
      {"", "a dependency file has no rule"},
      {"\n\n", "a dependency file has no rule"},
      {"# nothing", "a dependency file has no rule"},
      {"a.o b.h\n", "line 1 of a dependency file is no rule; a file name with a line break in it looks like that"},
      {"a.o: a.cc\n\nb.h\n", "line 3 of a dependency file is no rule; a file name with a line break in it looks like that"},
      {"a.o: a.cc \\\n b.h\nb.h c.h\n", "line 3 of a dependency file is no rule; a file name with a line break in it looks like that"},
      {std::string_view("a.o: a\0b\n", 9), "line 1 of a dependency file has a NUL byte"},
  };
  for (const auto& c : cases) {
    const auto read = parse_depfile(c.text);
    ASSERT_FALSE(read) << c.text;
    EXPECT_EQ(read.error().message, c.message);
  }
}

TEST(Depfile, ReadsBackWhatItWrites) {
  const std::set<std::string> names = {"/a b", "a#b", "a$b", "a:b", "a\\b", "b", "\xc3\xa9"};
  const auto read = parse_depfile(depfile_text("o u$t", names));
  ASSERT_TRUE(read);
  EXPECT_EQ(std::set<std::string>(read->begin(), read->end()), names);
  EXPECT_EQ(depfile_text("o", {"a\nb"}), "o:\n");
}

// Names as both compilers escape them, or do not.
TEST(Depfile, ReadsBackTheNamesThatCompilersWrite) {
  const fs::TemporaryDirectory directory;
  for (const std::string compiler : {"clang++-19", "g++"}) {
    if (!find_program(compiler)) continue;
    for (const std::string name : {"a b.h", "a#b.h", "a$b.h", "a:b.h", "a: b.h", "a'b.h", "a%b.h", "a=b;c.h", "(p)*.h",
                                   "\xc3\xa9\xff.h", "d d/a b.h"}) {
      ASSERT_TRUE(fs::write(directory.path() + "/" + name, ""));
      ASSERT_TRUE(fs::write(directory.path() + "/m.cc", ""));
      const auto done = run({.argv = {compiler, "-E", "-include", name, "-MD", "-MF", "m.d", "-MT", "m.o", "m.cc", "-o", "m.i"},
                             .directory = directory.path()});
      ASSERT_TRUE(done && done->ok()) << done->err;
      const auto read = parse_depfile(*fs::read(directory.path() + "/m.d"));
      ASSERT_TRUE(read) << name;
      EXPECT_NE(std::find(read->begin(), read->end(), name), read->end()) << compiler << " " << name;
    }
  }
}

}  // namespace
}  // namespace hull::engine
