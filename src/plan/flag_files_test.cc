#include "plan/flag_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hull::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using Words = std::vector<std::string>;

TEST(FlagFiles, AreWhatFlagsName) {
  const struct {
    Words flags, files;
  } cases[] = {
      {{"-O2", "-std=c++20", "-DX=a/b.c", "-Iinclude", "-march=armv8.2-a", "-ffile-prefix-map=/a=b"}, {}},
      {{"-fprofile-use=p.profdata"}, {"p.profdata", "p.profdata/default.profdata"}},
      {{"-fprofile-instr-use=/t/p"}, {"/t/p", "/t/p/default.profdata"}},
      {{"@opts.rsp", "@opts"}, {"opts.rsp", "opts"}},
      {{"--config=./cl.cfg", "--config", "x.cfg"}, {"./cl.cfg", "x.cfg"}},
      {{"-include", "config.h", "-specs=a.specs"}, {"config.h", "a.specs"}},
      {{"-Wl,--version-script=v.map,-T,l.ld,-z,now", "-Wl,-rpath=/opt/lib"}, {"v.map", "l.ld"}},
      {{"-Wl,-Map=out.map", "-Wl,-Map,out.map,-T,l.ld", "-Wl,-soname,libx.so.1", "-fprofile-generate=d/x"},
       {"l.ld"}},
      {{"-ftime-trace=t.json", "-fcrash-diagnostics-dir=./c", "-Wl,--thinlto-cache-dir=./c", "-o", "-oa.out"},
       {}},
      {{"-fplugin=./p.so", "-fsanitize-ignorelist=i.txt"}, {"./p.so", "i.txt"}},
  };
  for (const auto& c : cases)
    EXPECT_THAT(files_in_flags(c.flags), ElementsAreArray(c.files)) << c.flags.front();
}

TEST(FlagFiles, LibrariesAreLookedForInEveryDirectory) {
  EXPECT_THAT(library_candidates(Words{"-La", "-lf", "-L", "b", "-l", ":x.so"}),
              ElementsAre("a/libf.so", "a/libf.a", "b/libf.so", "b/libf.a", "a/x.so", "b/x.so"));
  EXPECT_TRUE(library_candidates(Words{"-lz", "-lm"}).empty());
  EXPECT_TRUE(library_candidates(Words{"-L"}).empty());
}

TEST(FlagFiles, DirectoriesOfHeaders) {
  const FlagDirectories found =
      directories_in_flags(Words{"-Ia", "-isystem", "s", "-I", "b", "-iquote", "q"});
  EXPECT_THAT(found.quote, ElementsAre("q", "a", "b"));
  EXPECT_THAT(found.system, ElementsAre("s"));
}

TEST(FlagFiles, SomeFlagsReadComments) {
  for (const char* flag : {"-Wdocumentation", "-Werror=documentation", "-Weverything", "-fparse-all-comments",
                           "-fplugin=p.so"}) {
    EXPECT_TRUE(reads_comments(Words{"-O2", flag})) << flag;
  }
  EXPECT_FALSE(
      reads_comments(Words{"-Wall", "-Wno-documentation", "-Iplugins", "-Dcomment", "documentation"}));
}

}  // namespace
}  // namespace hull::plan
