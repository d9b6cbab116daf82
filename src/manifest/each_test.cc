// `each = true`, on real directories: which programs there are and what they are called.
#include "manifest/each.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "manifest/sections.h"
#include "manifest/written_files.h"

namespace hull::manifest {
namespace {

std::string package(const std::string& rest) { return "[package]\nname = \"p\"\n" + rest; }

/// "test a [tests/a.cc]" a line; libraries and programs are left out.
std::string programs(const WrittenFiles& files, const std::string& start = ".") {
  auto workspace = files.load(start);
  if (!workspace) return render(workspace.error(), false);
  std::string result;
  for (const Target& target : workspace->packages.front().targets) {
    if (target.kind == TargetKind::Lib || target.kind == TargetKind::Bin) continue;
    result += std::string(target_key(target.kind)) + " " + target.name + " [";
    for (const Text& source : target.sources) result += (result.ends_with('[') ? "" : " ") + source.value;
    result += "]\n";
  }
  return result;
}

TEST(Each, MakesAProgramOfEverySource) {
  WrittenFiles files(
      {{"hull.toml", package("[[test]]\neach = true\nsources = [\"t/*.cc\"]\nexclude = [\"t/no.cc\"]\n"
                             "args = [\"-x\"]\ntimeout = 7\ndefines = [\"D\"]\n")},
       {"t/b.cc", ""},
       {"t/a.cc", ""},
       {"t/no.cc", ""},
       {"t/a.h", ""}});
  EXPECT_EQ(programs(files), "test a [t/a.cc]\ntest b [t/b.cc]\n");
  const auto workspace = files.load();
  ASSERT_TRUE(workspace);
  for (const Target& target : workspace->packages.front().targets) {
    EXPECT_EQ(target.args, (Strings{"-x"}));
    EXPECT_EQ(target.timeout, 7.0);
    EXPECT_EQ(target.own.defines, (Defines{{"D", ""}}));
    EXPECT_EQ(target.span.begin.line, 3u);
    EXPECT_EQ(target.sources.front().span.begin, (Location{5, 12}));
    EXPECT_TRUE(target.exclude.empty());
    EXPECT_FALSE(target.by_convention);
  }
  EXPECT_TRUE(std::ranges::find(workspace->packages.front().listed_directories, files.at("t")) !=
              workspace->packages.front().listed_directories.end())
      << "a new file in t would not be seen";
}

TEST(Each, BenchesAndExamplesToo) {
  WrittenFiles files({{"hull.toml", package("[[bench]]\neach = true\nsources = [\"b/*.cc\"]\n"
                                            "[[example]]\neach = true\nsources = [\"x/*.cc\"]\n")},
                      {"b/one.cc", ""},
                      {"x/one.cc", ""}});
  EXPECT_EQ(programs(files), "bench one [b/one.cc]\nexample one [x/one.cc]\n");
}

TEST(Each, NamesGrowUntilTheyDiffer) {
  WrittenFiles files({{"hull.toml", package("[[test]]\nname = \"taken\"\nsources = [\"other.cc\"]\n"
                                            "[[test]]\neach = true\nsources = [\"t/**/*.{c,cc}\"]\n")},
                      {"other.cc", ""},
                      {"t/io.cc", ""},
                      {"t/a/io.cc", ""},
                      {"t/a/b/io.cc", ""},
                      {"t/c/b/io.cc", ""},
                      {"t/same.c", ""},
                      {"t/same.cc", ""},
                      {"t/taken.cc", ""},
                      {"t/only.cc", ""}});
  EXPECT_EQ(programs(files),
            "test taken [other.cc]\n"
            "test a-b-io [t/a/b/io.cc]\n"
            "test a-io [t/a/io.cc]\n"
            "test c-b-io [t/c/b/io.cc]\n"
            "test t-io [t/io.cc]\n"
            "test only [t/only.cc]\n"
            "test t-same.c [t/same.c]\n"
            "test t-same.cc [t/same.cc]\n"
            "test t-taken [t/taken.cc]\n");
}

TEST(Each, NamesOfTwoTablesDifferToo) {
  WrittenFiles files({{"hull.toml", package("[[test]]\neach = true\nsources = [\"a/*.cc\"]\n"
                                            "[[test]]\neach = true\nsources = [\"b/*.cc\"]\ntimeout = 9\n")},
                      {"a/io.cc", ""},
                      {"b/io.cc", ""}});
  EXPECT_EQ(programs(files), "test a-io [a/io.cc]\ntest b-io [b/io.cc]\n");
}

TEST(Each, PassesOverWhatAnotherTableNames) {
  WrittenFiles files(
      {{"hull.toml", package("[[test]]\neach = true\nsources = [\"t/*.cc\"]\n"
                             "[[test]]\nname = \"special\"\nsources = [\"t/a.cc\", \"t/help.cc\"]\n")},
       {"t/a.cc", ""},
       {"t/b.cc", ""},
       {"t/help.cc", ""}});
  EXPECT_EQ(programs(files), "test b [t/b.cc]\ntest special [t/a.cc t/help.cc]\n");
}

TEST(Each, TakesFilesFromTheConvention) {
  WrittenFiles files(
      {{"hull.toml", package("[[test]]\neach = true\nsources = [\"tests/*_slow.cc\"]\ntimeout = 600\n")},
       {"tests/a.cc", ""},
       {"tests/b_slow.cc", ""}});
  EXPECT_EQ(programs(files), "test b_slow [tests/b_slow.cc]\ntest a [tests/a.cc]\n");
}

TEST(Each, FilesThatAreNamedOneByOne) {
  WrittenFiles files(
      {{"hull.toml", package("[[test]]\neach = true\n"
                             "sources = [\"./t/b.cc\", \"t/*.cc\", \"{out}/made.cc\", \"t/gone.cc\"]\n")},
       {"t/a.cc", ""},
       {"t/b.cc", ""},
       {"t/w[x]*.cc", ""}});
  EXPECT_EQ(programs(files),
            "test b [t/b.cc]\n"
            "test a [t/a.cc]\n"
            "test w[x]* [t/w[[]x][*].cc]\n"
            "test made [{out}/made.cc]\n"
            "test gone [t/gone.cc]\n");
}

TEST(Each, APatternWithoutAMatchIsLeftToThePlan) {
  WrittenFiles files({{"hull.toml", package("[[test]]\neach = true\nsources = [\"t/*.cc\", \"no/*.cc\"]\n")},
                      {"t/a.cc", ""},
                      {"no/x.txt", ""}});
  EXPECT_EQ(programs(files), "test a [t/a.cc]\ntest no/*.cc [no/*.cc]\n");
}

TEST(Each, DoesNotLookIntoOtherPackagesAndWhatIsBuilt) {
  WrittenFiles files({{"hull.toml", package("[[test]]\neach = true\nsources = [\"**/*_check.cc\"]\n")},
                      {"a/a_check.cc", ""},
                      {"target/debug/gen/p/made_check.cc", ""},
                      {"nested/hull.toml", "[package]\nname = \"nested\"\n"},
                      {"nested/deep/n_check.cc", ""}});
  EXPECT_EQ(programs(files), "test a_check [a/a_check.cc]\n");
}

TEST(Each, TwoTablesThatMatchOneSource) {
  WrittenFiles files({{"hull.toml", package("[[test]]\neach = true\nsources = [\"t/*.cc\"]\n"
                                            "[[test]]\neach = true\nsources = [\"t/a*\"]\n")},
                      {"t/a.cc", ""}});
  EXPECT_EQ(files.error(),
            "error: two [[test]] tables with `each` match t/a.cc\n"
            " --> /w/hull.toml:8:12\n"
            "  |\n"
            "8 | sources = [\"t/a*\"]\n"
            "  |            ^^^^^^\n"
            "  |\n"
            "  = help: the other one is at line 3\n"
            "  = help: take it out of one of them by `exclude`\n");
}

TEST(Each, ConditionalTablesKnowTheNames) {
  WrittenFiles files(
      {{"hull.toml", package("[[test]]\neach = true\nsources = [\"t/*.cc\"]\n"
                             "[target.'cfg(unix)'.test]\nname = \"alphe\"\nlinks = [\"m\"]\n")},
       {"t/alpha.cc", ""}});
  EXPECT_EQ(files.error(),
            "error: package `p` has no test `alphe`\n"
            " --> /w/hull.toml:7:8\n"
            "  |\n"
            "7 | name = \"alphe\"\n"
            "  |        ^^^^^^^\n"
            "  |\n"
            "  = help: did you mean `alpha`?\n");
}

}  // namespace
}  // namespace hull::manifest
