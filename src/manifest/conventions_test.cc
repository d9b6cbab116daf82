// Targets by convention, on a paper tree.
#include "manifest/conventions.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "manifest/sections.h"
#include "manifest/written_files.h"

namespace hull::manifest {
namespace {

/// "lib a static [src/a.cc src/b.cc]" a line.
std::string described(const Package& package) {
  std::string result;
  for (const Target& target : package.targets) {
    result += std::string(target_key(target.kind)) + " " + target.name;
    if (target.lib_kind == LibKind::HeaderOnly) result += " header-only";
    result += " [";
    for (const Text& source : target.sources) result += (result.ends_with('[') ? "" : " ") + source.value;
    result += "]\n";
  }
  return result;
}

/// A tree with these files, sorted into directories as `look_at` would.
SourceTree tree_of(const std::vector<std::string>& files) {
  SourceTree tree;
  for (const std::string& file : files) {
    if (file.starts_with("include/"))
      tree.has_include = true;
    else if (!is_source(file))
      tree.has_flat_headers |= !file.contains('/');
    else if (file.starts_with("tests/"))
      tree.tests.push_back(file);
    else if (file.starts_with("benches/"))
      tree.benches.push_back(file);
    else if (file.starts_with("examples/"))
      tree.examples.push_back(file);
    else if (file.starts_with("src/"))
      tree.src.push_back(file);
    else
      tree.flat.push_back(file);
  }
  for (const std::string& file : files) tree.has_src |= file.starts_with("src/");
  return tree;
}

struct Outcome {
  std::string targets;
  Package package;
};

Outcome complete(std::string_view tables, const std::vector<std::string>& files) {
  auto manifest = read_text("[package]\nname = \"p\"\n" + std::string(tables));
  if (!manifest) return {render(manifest.error(), false), {}};
  if (auto done = complete_targets(*manifest, tree_of(files)); !done)
    return {render(done.error(), false), {}};
  return {described(manifest->package), manifest->package};
}

struct Case {
  const char* name;
  const char* tables;
  std::vector<std::string> files;
  const char* targets;
};

class Conventions : public testing::TestWithParam<Case> {};

TEST_P(Conventions, Targets) {
  EXPECT_EQ(complete(GetParam().tables, GetParam().files).targets, GetParam().targets);
}

INSTANTIATE_TEST_SUITE_P(
    All, Conventions,
    testing::Values(
        Case{"Nothing", "", {}, ""},  //
        Case{"BinAlone", "", {"src/main.cc"}, "bin p [src/main.cc]\n"},
        Case{"LibAlone", "", {"src/a.cc", "src/sub/b.cpp"}, "lib p [src/a.cc src/sub/b.cpp]\n"},
        Case{"LibAndBin", "", {"src/a.cc", "src/main.cc"}, "lib p [src/a.cc]\nbin p [src/main.cc]\n"},
        Case{"MainBelowIsNoBin", "", {"src/x/main.cc"}, "lib p [src/x/main.cc]\n"},
        Case{"Bins",
             "",
             {"src/bin/a.cc", "src/bin/b/one.cc", "src/bin/b/sub/two.cc"},
             "bin a [src/bin/a.cc]\nbin b [src/bin/b/one.cc src/bin/b/sub/two.cc]\n"},
        Case{"UnitTestsAreOneProgram",
             "",
             {"src/a.cc", "src/a_test.cc", "src/x/b_test.cc"},
             "lib p [src/a.cc]\ntest unit [src/a_test.cc src/x/b_test.cc]\n"},
        Case{"FuzzersAndBenches",
             "",
             {"src/a.cc", "src/a_bench.cc", "src/a_fuzz.cc"},
             "lib p [src/a.cc]\nbench a_bench [src/a_bench.cc]\n"},
        Case{"Directories",
             "",
             {"src/a.cc", "tests/t.cc", "benches/b.cc", "examples/e.c"},
             "lib p [src/a.cc]\ntest t [tests/t.cc]\nbench b [benches/b.cc]\nexample e [examples/e.c]\n"},
        Case{"AllExtensions",
             "",
             {"src/a.cc", "src/b.cpp", "src/c.cxx", "src/d.c", "src/e.cppm", "src/f.ixx", "src/g.S"},
             "lib p [src/a.cc src/b.cpp src/c.cxx src/d.c src/e.cppm src/f.ixx src/g.S]\n"},
        Case{"HeaderOnly", "", {"include/p/p.h"}, "lib p header-only []\n"},
        Case{"HeaderOnlyFlat", "", {"p.h"}, "lib p header-only []\n"},
        Case{"HeadersBesideABin", "", {"main.cc", "x.h"}, "bin p [main.cc]\n"},
        Case{"IncludeBesideABin",
             "",
             {"src/main.cc", "include/p/p.h"},
             "lib p header-only []\nbin p [src/main.cc]\n"},
        Case{"Flat",
             "",
             {"a.cc", "a.h", "a_test.cc", "b_bench.cc", "c_fuzz.cc", "main.cc"},
             "lib p [a.cc]\nbin p [main.cc]\ntest unit [a_test.cc]\nbench b_bench [b_bench.cc]\n"},
        Case{"FlatFilesBesideSrcAreLeftAlone", "", {"src/a.cc", "tool.cc"}, "lib p [src/a.cc]\n"},
        Case{"NamesThatLookLikeGlobs",
             "",
             {"src/a[1].cc", "src/b*.cc", "src/{c}.cc", "src/d?.cc"},
             "lib p [src/a[[]1].cc src/b[*].cc src/[{]c}.cc src/d[?].cc]\n"},

        Case{"LibTableKeepsSources",
             "[lib]\nkind = \"shared\"\n",
             {"src/a.cc", "src/main.cc"},
             "lib p [src/a.cc]\nbin p [src/main.cc]\n"},
        Case{"LibTableOfAnotherName", "[lib]\nname = \"q\"\n", {"src/a.cc"}, "lib q [src/a.cc]\n"},
        Case{"LibTableExcludes",
             "[lib]\nexclude = [\"src/win/**\"]\n",
             {"src/a.cc", "src/win/b.cc"},
             "lib p [src/a.cc]\n"},
        Case{"LibTableWithSources",
             "[lib]\nsources = [\"src/a.cc\"]\n",
             {"src/a.cc", "src/b.cc"},
             "lib p [src/a.cc]\n"},
        Case{"LibWithEmptySources", "[lib]\nsources = []\n", {"src/a.cc"}, "lib p header-only []\n"},
        Case{"LibWithPublicIncludes",
             "[lib]\npublic = { includes = [\"x\"] }\n",
             {},
             "lib p header-only []\n"},
        Case{"HeaderOnlyLibTakesNoSources",
             "[lib]\nkind = \"header-only\"\n",
             {"src/a.cc"},
             "lib p header-only []\n"},
        Case{"SecondLibClaimsItsFiles",
             "[[lib]]\n[[lib]]\nname = \"q\"\nsources = [\"src/q/**\"]\n",
             {"src/a.cc", "src/q/b.cc"},
             "lib p [src/a.cc]\nlib q [src/q/**]\n"},
        Case{"LibForTestsLeavesTheConventionAlone",
             "[[lib]]\nname = \"t\"\ntest = true\nsources = [\"tests/support/*.cc\"]\n",
             {"src/a.cc"},
             "lib t [tests/support/*.cc]\nlib p [src/a.cc]\n"},
        Case{"LibForTestsTakesNoSourcesOfConvention",
             "[[lib]]\nname = \"t\"\ntest = true\nkind = \"header-only\"\n[[lib]]\nname = \"q\"\n",
             {"src/a.cc"},
             "lib t header-only []\nlib q [src/a.cc]\n"},
        Case{"OnlyLibOfPackageNameSharesSources",
             "[[lib]]\n[[lib]]\nname = \"q\"\n",
             {"src/a.cc"},
             "error: lib `q` has no sources\n --> hull.toml:4:1\n  |\n4 | [[lib]]\n  | ^^^^^^^\n  |\n  = "
             "help: write sources = "
             "[\"...\"], or put them where convention looks: src/\n"},
        Case{"TestThatRunsAnotherHasNoSources",
             "[[test]]\nname = \"again\"\nprogram = \"t\"\n",
             {"tests/t.cc"},
             "test again []\ntest t [tests/t.cc]\n"},
        Case{"BinTableClaimsItsFiles",
             "[[bin]]\nname = \"d\"\nsources = [\"src/daemon/**/*.cc\"]\n",
             {"src/a.cc", "src/daemon/d.cc"},
             "lib p [src/a.cc]\nbin d [src/daemon/**/*.cc]\n"},
        Case{"BinTableRefines",
             "[[bin]]\nname = \"x\"\nflags = [\"-O3\"]\n",
             {"src/bin/x.cc", "src/bin/y.cc"},
             "bin x [src/bin/x.cc]\nbin y [src/bin/y.cc]\n"},
        Case{"BinTableTakesMain",
             "[[bin]]\nname = \"x\"\nsources = [\"src/main.cc\"]\n",
             {"src/main.cc"},
             "bin x [src/main.cc]\n"},
        Case{"TestTableClaimsItsFiles",
             "[[test]]\nname = \"t\"\nsources = [\"tests/*.cc\"]\n",
             {"tests/a.cc", "tests/b.cc"},
             "test t [tests/*.cc]\n"},
        Case{"UnitTableRefines",
             "[[test]]\nname = \"unit\"\ntimeout = 5\n",
             {"src/a_test.cc"},
             "test unit [src/a_test.cc]\n"},
        Case{"ExcludedFilesAreNotClaimed",
             "[lib]\nsources = [\"src/*.cc\"]\nexclude = [\"src/main.cc\"]\n",
             {"src/a.cc", "src/main.cc"},
             "lib p [src/*.cc]\nbin p [src/main.cc]\n"},
        Case{"ConditionalTableClaimsItsFiles",
             "[target.'cfg(unix)'.lib]\nsources = [\"src/unix/*.cc\"]\n",
             {"src/a.cc", "src/unix/u.cc"},
             "lib p [src/a.cc]\n"},

        Case{"LibOfGeneratedSources",
             "[[generate]]\ncommand = [\"x\"]\noutputs = [\"x.cc\"]\n[lib]\n",
             {"include/p.h"},
             "lib p []\n"},
        Case{"LibBesideGeneratedHeaders",
             "[[generate]]\ncommand = [\"x\"]\noutputs = [\"x.h\"]\n[lib]\n",
             {"include/p.h"},
             "lib p header-only []\n"},
        Case{"DotSlashClaims",
             "[[bin]]\nname = \"x\"\nsources = [\"./src/x.cc\"]\n",
             {"src/x.cc"},
             "bin x [./src/x.cc]\n"},

        Case{"Autolib", "autolib = false\n", {"src/a.cc", "src/main.cc"}, "bin p [src/main.cc]\n"},
        Case{"Autobins",
             "autobins = false\n",
             {"src/a.cc", "src/main.cc", "src/bin/b.cc"},
             "lib p [src/a.cc]\n"},
        Case{"Autotests", "autotests = false\n", {"src/a_test.cc", "tests/b.cc"}, ""},
        Case{"Autobenches", "autobenches = false\n", {"src/a_bench.cc", "benches/b.cc"}, ""},
        Case{"Autoexamples", "autoexamples = false\n", {"examples/b.cc"}, ""},
        Case{"TablesStillRefineWithoutConventions",
             "autobins = false\n[[bin]]\nname = \"x\"\n",
             {"src/bin/x.cc", "src/bin/y.cc"},
             "bin x [src/bin/x.cc]\n"},

        Case{"TwoBinsOfOneName",
             "",
             {"src/bin/a.cc", "src/bin/a.cpp"},
             "error: src/bin/a.cc and src/bin/a.cpp would both be the bin `a`\n --> hull.toml:2:8\n  |\n2 | "
             "name = \"p\"\n  "
             "|        ^^^\n  |\n  = help: rename one of them, or name the sources in a [[bin]] table\n"},
        Case{"TestCalledUnit",
             "",
             {"src/a_test.cc", "tests/unit.cc"},
             "error: src/a_test.cc and tests/unit.cc would both be the test `unit`\n --> hull.toml:2:8\n  "
             "|\n2 | name = "
             "\"p\"\n  |        ^^^\n  |\n  = help: rename one of them, or name the sources in a [[test]] "
             "table\n"},
        Case{"BinWithoutSources",
             "[[bin]]\nname = \"x\"\n",
             {"src/main.cc"},
             "error: bin `x` has no sources\n --> hull.toml:3:1\n  |\n3 | [[bin]]\n  | ^^^^^^^\n  |\n  = "
             "help: write sources = "
             "[\"...\"], or put them where convention looks: src/bin/x.cc\n"},
        Case{"TestWithoutSources",
             "[[test]]\nname = \"x\"\n",
             {"src/main.cc"},
             "error: test `x` has no sources\n --> hull.toml:3:1\n  |\n3 | [[test]]\n  | ^^^^^^^^\n  |\n  = "
             "help: write sources "
             "= [\"...\"], or put them where convention looks: tests/x.cc\n"},
        Case{"LibWithoutSources",
             "[lib]\nkind = \"static\"\n",
             {"src/main.cc"},
             "error: lib `p` has no sources\n --> hull.toml:3:1\n  |\n3 | [lib]\n  | ^^^^^\n  |\n  = help: "
             "write sources = "
             "[\"...\"], or put them where convention looks: src/\n"},
        Case{
            "UnknownUses",
            "[[bin]]\nsources = [\"m.cc\"]\nuses = [\"q\"]\n[[lib]]\nname = \"core\"\nsources = [\"x.cc\"]\n",
            {},
            "error: package `p` has no lib `q`\n --> hull.toml:5:9\n  |\n5 | uses = [\"q\"]\n  |         "
            "^^^\n  |\n  = help: it "
            "has `core`\n"},
        Case{"LibForTestsWithoutSources",
             "[[lib]]\nname = \"t\"\ntest = true\n",
             {"src/a.cc"},
             "error: lib `t` has no sources\n --> hull.toml:3:1\n  |\n3 | [[lib]]\n  | ^^^^^^^\n  |\n"
             "  = help: write sources = [\"...\"], or kind = \"header-only\"\n"},
        Case{
            "BinUsesLibForTests",
            "[[bin]]\nsources = [\"m.cc\"]\nuses = [\"t\"]\n"
            "[[lib]]\nname = \"t\"\ntest = true\nsources = [\"t.cc\"]\n",
            {},
            "error: bin `p` uses `t`, which only tests may link\n --> hull.toml:5:9\n  |\n5 | uses = "
            "[\"t\"]\n"
            "  |         ^^^\n  |\n"
            "  = help: take `test = true` out of [[lib]] `t`, or put what they share into another library\n"},
        Case{
            "LibUsesLibForTests",
            "[[lib]]\nname = \"core\"\nsources = [\"m.cc\"]\nuses = [\"t\"]\n"
            "[[lib]]\nname = \"t\"\ntest = true\nsources = [\"t.cc\"]\n",
            {},
            "error: lib `core` uses `t`, which only tests may link\n --> hull.toml:6:9\n  |\n"
            "6 | uses = [\"t\"]\n  |         ^^^\n  |\n"
            "  = help: take `test = true` out of [[lib]] `t`, or put what they share into another library\n"},
        Case{"UnknownProgram",
             "[[test]]\nname = \"t\"\nprogram = \"fuzer\"\n[[test]]\nname = \"fuzzer\"\nsources = "
             "[\"f.cc\"]\n",
             {},
             "error: package `p` has no other test and no bin `fuzer`\n --> hull.toml:5:11\n  |\n"
             "5 | program = \"fuzer\"\n  |           ^^^^^^^\n  |\n  = help: did you mean `fuzzer`?\n"},
        Case{"UnknownProgramAmongNone",
             "[[test]]\nname = \"t\"\nprogram = \"t\"\n",
             {},
             "error: package `p` has no other test and no bin `t`\n --> hull.toml:5:11\n  |\n"
             "5 | program = \"t\"\n  |           ^^^\n  |\n  = help: name `sources` instead\n"},
        Case{"ProgramsInACircle",
             "[[test]]\nname = \"a\"\nprogram = \"b\"\n[[test]]\nname = \"b\"\nprogram = \"c\"\n"
             "[[test]]\nname = \"c\"\nprogram = \"b\"\n",
             {},
             "error: tests run each other's program in a circle: b -> c -> b\n --> hull.toml:8:11\n  |\n"
             "8 | program = \"c\"\n  |           ^^^\n  |\n  = help: one of them needs `sources`\n"},
        Case{
            "ProgramForATestOfConvention",
            "[[test]]\nname = \"t\"\nprogram = \"p\"\n",
            {"main.cc", "tests/t.cc"},
            "error: test `t` has a `program`, but tests/t.cc is a test `t` as well\n --> hull.toml:3:1\n  |\n"
            "3 | [[test]]\n  | ^^^^^^^^\n  |\n  = help: give it another `name`\n"},
        Case{"ConditionAddsToATestWithoutSources",
             "[[test]]\nname = \"t\"\nprogram = \"p\"\n[target.'cfg(unix)'.test]\nname = \"t\"\nlinks = "
             "[\"m\"]\n",
             {"main.cc"},
             "error: test `t` runs the program of `p`: there is nothing to add to\n --> hull.toml:7:8\n  |\n"
             "7 | name = \"t\"\n  |        ^^^\n  |\n  = help: add it to `p`\n"},
        Case{"UnknownDefaultRun",
             "default-run = \"mian\"\n",
             {"src/bin/main.cc"},
             "error: package `p` has no bin `mian`\n --> hull.toml:2:8\n  |\n2 | name = \"p\"\n  |        "
             "^^^\n  |\n  = help: did "
             "you mean `main`?\n"},
        Case{"UnknownTargetOfCondition",
             "[target.'cfg(unix)'.test]\nname = \"x\"\nlinks = [\"m\"]\n",
             {"src/main.cc"},
             "error: package `p` has no test `x`\n --> hull.toml:4:8\n  |\n4 | name = \"x\"\n  |        "
             "^^^\n  |\n  = help: it has "
             "no test at all\n"}),
    [](const auto& info) { return info.param.name; });

struct Directories {
  const char* name;
  const char* tables;
  std::vector<std::string> files;
  Strings lib_own, lib_exported, lib_headers, bin_own;
};

class IncludeDirectories : public testing::TestWithParam<Directories> {};

TEST_P(IncludeDirectories, FollowTheLayout) {
  const Directories& expected = GetParam();
  Package package = complete(expected.tables, expected.files).package;
  ASSERT_EQ(package.targets.size(), 2u);
  EXPECT_EQ(values(package.targets[0].own.includes), expected.lib_own);
  EXPECT_EQ(values(package.targets[0].exported.includes), expected.lib_exported);
  EXPECT_EQ(values(package.targets[0].headers), expected.lib_headers);
  EXPECT_EQ(values(package.targets[1].own.includes), expected.bin_own);
}

const std::string kHeaders = "*.{h,hh,hpp,hxx,h++,H,inc,inl,ipp,tpp}";

INSTANTIATE_TEST_SUITE_P(
    All, IncludeDirectories,
    testing::Values(
        Directories{"SrcAndInclude",
                    "",
                    {"src/a.cc", "src/main.cc", "include/p.h"},
                    {"src"},
                    {"include"},
                    {"include/**"},
                    {"src", "include"}},
        Directories{
            "SrcAlone", "", {"src/a.cc", "src/main.cc"}, {"src"}, {"src"}, {"src/**/" + kHeaders}, {"src"}},
        Directories{"Flat", "", {"a.cc", "main.cc"}, {}, {".."}, {kHeaders}, {".."}},
        Directories{"FlatElsewhere", "root = \"x\"\n", {"a.cc", "main.cc"}, {}, {"."}, {kHeaders}, {"."}},
        Directories{"FlatWithInclude",
                    "",
                    {"a.cc", "main.cc", "include/p.h"},
                    {},
                    {"include"},
                    {"include/**"},
                    {"include"}},
        Directories{"Written",
                    "[lib]\nincludes = [\"i\"]\nheaders = [\"h\"]\npublic = { includes = [\"p\"] }\n"
                    "[[bin]]\nincludes = []\n",
                    {"src/a.cc", "src/main.cc", "include/p.h"},
                    {"i"},
                    {"p"},
                    {"h"},
                    {}}),
    [](const auto& info) { return info.param.name; });

TEST(Conventions, ProbesAskTheCompilerOfTheSources) {
  const std::string tables =
      "[[configure]]\noutput = \"c.h\"\nprobes = { A = { header = \"a.h\" }, "
      "B = { header = \"a.h\", language = \"c++\" } }\n";
  auto languages = [&](const std::vector<std::string>& files) {
    Package package = complete(tables, files).package;
    return std::pair(package.configures[0].probes[0].cxx, package.configures[0].probes[1].cxx);
  };
  EXPECT_EQ(languages({"a.c", "main.c", "b.S"}), std::pair(false, true));
  EXPECT_EQ(languages({"a.c", "main.cc"}), std::pair(true, true));
  EXPECT_EQ(languages({"p.h"}), std::pair(true, true));
}

TEST(Conventions, TargetsByConventionPointAtThePackage) {
  Package package = complete("", {"src/main.cc"}).package;
  ASSERT_EQ(package.targets.size(), 1u);
  EXPECT_TRUE(package.targets[0].by_convention);
  EXPECT_EQ(package.targets[0].span.begin, (Location{2, 8}));
  EXPECT_FALSE(complete("[[bin]]\n", {"src/main.cc"}).package.targets[0].by_convention);
}

TEST(Conventions, NoProgramStandsWhereTheBuildHasADirectory) {
  EXPECT_EQ(
      complete("", {"src/main.cc", "src/bin/obj.cc"}).targets,
      "error: no program can be called `obj`: the build keeps a directory of that name, target/debug/obj\n"
      " --> hull.toml:2:8\n"
      "  |\n"
      "2 | name = \"p\"\n"
      "  |        ^^^\n"
      "  |\n"
      "  = help: name it in a table: [[bin]] with name = \"obj-program\" and its `sources`\n");
  EXPECT_EQ(complete("[[bin]]\nname = \"tests\"\nsources = [\"x.cc\"]\n", {"x.cc"}).targets,
            "error: no program can be called `tests`: the build keeps a directory of that name, "
            "target/debug/tests\n"
            " --> hull.toml:3:1\n"
            "  |\n"
            "3 | [[bin]]\n"
            "  | ^^^^^^^\n"
            "  |\n"
            "  = help: give it another `name`\n");
  EXPECT_EQ(complete("[lib]\nname = \"obj\"\nsources = [\"x.cc\"]\n", {"tests/gen.cc"}).targets,
            "lib obj [x.cc]\ntest gen [tests/gen.cc]\n");
}

TEST(SourceTree, IsReadFromTheDisk) {
  WrittenFiles files({{"src/a.cc", ""},
                      {"src/x/b.cpp", ""},
                      {"src/x/b.h", ""},
                      {"src/.hidden/c.cc", ""},
                      {"include/p/p.h", ""},
                      {"tests/t.cc", ""},
                      {"tests/data/no.cc", ""},
                      {"benches/b.cc", ""},
                      {"examples/e.cc", ""},
                      {"flat.cc", ""},
                      {"flat.h", ""},
                      {"README.md", ""}});
  auto tree = look_at(files.at("."));
  ASSERT_TRUE(tree.has_value());
  EXPECT_TRUE(tree->has_src && tree->has_include && tree->has_flat_headers);
  EXPECT_EQ(tree->flat, (Strings{"flat.cc"}));
  EXPECT_EQ(tree->src, (Strings{"src/a.cc", "src/x/b.cpp"}));
  EXPECT_EQ(tree->tests, (Strings{"tests/t.cc"}));
  EXPECT_EQ(tree->benches, (Strings{"benches/b.cc"}));
  EXPECT_EQ(tree->examples, (Strings{"examples/e.cc"}));
  std::ranges::sort(tree->listed);
  EXPECT_EQ(tree->listed, (Strings{files.at("."), files.at("benches"), files.at("examples"), files.at("src"),
                                   files.at("src/x"), files.at("tests")}));
}

TEST(Conventions, ProgramsAreFollowedToTheOneThatIsBuilt) {
  const Package package = complete(
                              "[features]\nslow = []\n[[bin]]\nname = \"tool\"\nsources = "
                              "[\"tool.cc\"]\nrequired-features = [\"slow\"]\n"
                              "[[test]]\nname = \"third\"\nprogram = \"second\"\n"
                              "[[test]]\nname = \"second\"\nprogram = \"tool\"\n"
                              "[[test]]\nname = \"tool\"\nprogram = \"tool\"\n"
                              "[[test]]\nname = \"built\"\nsources = [\"built.cc\"]\n"
                              "[[test]]\nname = \"again\"\nprogram = \"built\"\nparallel = false\n",
                              {})
                              .package;
  std::string found;
  for (const Target& target : package.targets) {
    if (!target.program) continue;
    found += target.name + ": " + std::string(target_key(target.program_kind)) + " " + target.program->value;
    for (const Text& feature : target.required_features) found += " " + feature.value;
    found += "\n";
    EXPECT_TRUE(target.own.includes.empty()) << target.name;
  }
  // `second` means the test `tool`, which means the bin of its own name.
  EXPECT_EQ(found, "third: bin tool slow\nsecond: bin tool slow\ntool: bin tool slow\nagain: test built\n");
}

}  // namespace
}  // namespace hull::manifest
