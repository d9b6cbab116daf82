#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/test_project.h"

namespace hull::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

#define ASSERT_PLANNED(expression) \
  const auto plan = (expression);  \
  ASSERT_TRUE(plan.has_value()) << render(plan.error(), /*color=*/false)

TargetFilter everything() {
  TargetFilter filter;
  filter.tests = filter.benches = filter.examples = true;
  return filter;
}

TargetFilter tests_alone() {
  TargetFilter filter;
  filter.libs = filter.bins = false;
  filter.tests = true;
  return filter;
}

/// A library and a program that uses it, in two members.
void write_two_packages(TestProject& project) {
  project.write("hull.toml", "[workspace]\nmembers = [\"core\", \"app\"]\n");
  project.write("core/hull.toml", "[package]\nname = \"core\"\nversion = \"1.0.0\"\n");
  project.write("core/src/a.cc");
  project.write("core/src/b.c");
  project.write("core/include/core/a.h");
  project.write(
      "app/hull.toml",
      "[package]\nname = \"app\"\nversion = \"1.0.0\"\n[dependencies]\ncore = { path = \"../core\" }\n");
  project.write("app/src/main.cc");
}

TEST(Plan, BuildsALibraryAndTheProgramThatUsesIt) {
  TestProject project;
  write_two_packages(project);
  ASSERT_PLANNED(project.plan());

  const auto compile = project.argv("target/debug/obj/core/libcore/src/a.cc.o");
  EXPECT_EQ(compile.front(), "/usr/bin/clang++-19");
  EXPECT_TRUE(has(compile, "-fPIC"));
  EXPECT_THAT(with_prefix(compile, "-I"), ElementsAre("-Icore/src", "-Icore/include"));
  EXPECT_TRUE(std::ranges::search(
                  compile,
                  std::vector<std::string>{"-MD", "-MF", "target/debug/obj/core/libcore/src/a.cc.o.d", "-c",
                                           "core/src/a.cc", "-o", "target/debug/obj/core/libcore/src/a.cc.o"})
                  .begin() != compile.end());
  EXPECT_EQ(project.argv("target/debug/obj/core/libcore/src/b.c.o").front(), "/usr/bin/clang-19");

  const engine::Action& archive = project.action("target/debug/libcore.a");
  EXPECT_THAT(archive.words, ElementsAre("/usr/bin/llvm-ar-19", "rcsD", "target/debug/libcore.a",
                                         "target/debug/obj/core/libcore/src/a.cc.o",
                                         "target/debug/obj/core/libcore/src/b.c.o"));

  const auto main = project.argv("target/debug/obj/app/app/src/main.cc.o");
  EXPECT_TRUE(has(main, "-fPIE"));
  EXPECT_TRUE(has(main, "-Icore/include"));
  const auto link = project.argv("target/debug/app");
  EXPECT_TRUE(has(link, "/usr/bin/clang++-19"));
  EXPECT_LT(at(link, "target/debug/obj/app/app/src/main.cc.o"), at(link, "target/debug/libcore.a"));
  EXPECT_THAT(project.paths(plan->wanted), ElementsAre("target/debug/libcore.a", "target/debug/app"));
  EXPECT_EQ(plan->commands.size(), 3u);
}

TEST(Plan, UnitsOfATargetShareTheirFlags) {
  TestProject project;
  project.write("hull.toml", "[package]\nname = \"many\"\nversion = \"1.0.0\"\n");
  project.write("src/a.cc");
  project.write("src/b.cc");
  ASSERT_PLANNED(project.plan());
  const engine::Action& a = project.action("target/debug/obj/many/libmany/src/a.cc.o");
  const engine::Action& b = project.action("target/debug/obj/many/libmany/src/b.cc.o");
  EXPECT_EQ(a.common.get(), b.common.get());
  EXPECT_EQ(a.search.get(), b.search.get());
  EXPECT_EQ(a.environment.get(), b.environment.get());
  EXPECT_EQ(a.search->directories.back(), "/usr/include");
}

TEST(Plan, TokensAreComparedOnlyWhereTheCompilerIgnoresComments) {
  struct Case {
    const char* source;
    toolchain::CompilerKind compiler;
    bool tokens;
  };
  for (const Case& one : {Case{"a.cc", toolchain::CompilerKind::Clang, true},
                          {"a.c", toolchain::CompilerKind::Clang, true},
                          {"a.S", toolchain::CompilerKind::Clang, false},
                          {"a.cc", toolchain::CompilerKind::Gcc, false}}) {
    TestProject project;
    project.toolchain.cxx.kind = project.toolchain.cc.kind = one.compiler;
    project.write("hull.toml", "[package]\nname = \"x\"\nversion = \"1.0.0\"\n");
    project.write(std::string("src/") + one.source);
    ASSERT_PLANNED(project.plan());
    EXPECT_EQ(project.action(std::string("target/debug/obj/x/libx/src/") + one.source + ".o").tokens,
              one.tokens)
        << one.source;
  }
}

TEST(Plan, HeadersOfPackagesThatAreNoMembersComeAsSystemHeaders) {
  TestProject project;
  project.write("ws/hull.toml", "[workspace]\nmembers = [\"app\"]\n");
  project.write(
      "ws/app/hull.toml",
      "[package]\nname = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nport = { path = \"../../port\" }\n");
  project.write("ws/app/src/main.cc");
  project.write("port/hull.toml", "[package]\nname = \"port\"\nversion = \"2.1.0\"\n");
  project.write("port/include/port.h");
  project.write("port/src/port.cc");
  auto workspace = manifest::load_workspace(project.root() + "/ws");
  ASSERT_TRUE(workspace) << render(workspace.error(), false);
  engine::FileTable files;
  engine::ActionGraph graph(files);
  PlanRequest request{.packages = {0},
                      .filter = {},
                      .profile = workspace->profiles.at("dev"),
                      .features = {},
                      .target_directory = project.root() + "/ws/target/debug",
                      .environment = {}};
  ASSERT_PLANNED(make_plan(*workspace, project.toolchain, request, graph));
  const auto words = [&](std::string_view output) {
    return graph[graph.producer(files.find(output))].common->words;
  };
  const auto main = words("target/debug/obj/app/app/src/main.cc.o");
  const std::string include = project.root() + "/port/include";
  ASSERT_TRUE(has(main, include));
  EXPECT_EQ(main[at(main, include) - 1], "-isystem");
  EXPECT_TRUE(has(main, "-ffile-prefix-map=" + project.root() + "/port=port-2.1.0"));
  EXPECT_TRUE(has(words("target/debug/obj/port/libport/src/port.cc.o"), "-I" + include));
  // Their warnings are not this workspace's to repair.
  EXPECT_TRUE(graph[graph.producer(files.find("target/debug/app"))].keeps_output);
  EXPECT_TRUE(graph[graph.producer(files.find("target/debug/obj/app/app/src/main.cc.o"))].keeps_output);
  EXPECT_FALSE(graph[graph.producer(files.find("target/debug/obj/port/libport/src/port.cc.o"))].keeps_output);
  ASSERT_EQ(plan->warnings.size(), 1u);
  EXPECT_THAT(plan->warnings[0], HasSubstr("`port` stands outside the workspace"));
}

TEST(Plan, LinksArchivesWithDependentsFirst) {
  TestProject project;
  project.write("hull.toml", R"(
[package]
name = "p"
version = "1.0.0"
autolib = false
[[lib]]
name = "low"
sources = ["low.cc"]
links = ["m"]
[[lib]]
name = "middle"
sources = ["middle.cc"]
uses = ["low"]
[[lib]]
name = "high"
sources = ["high.cc"]
uses = ["low", "middle"]
[[bin]]
name = "p"
sources = ["main.cc"]
uses = ["low", "high"]
)");
  for (const char* name : {"low", "middle", "high", "main"}) project.write(std::string(name) + ".cc");
  ASSERT_PLANNED(project.plan());
  const auto link = project.argv("target/debug/p");
  EXPECT_LT(at(link, "target/debug/libhigh.a"), at(link, "target/debug/libmiddle.a"));
  EXPECT_LT(at(link, "target/debug/libmiddle.a"), at(link, "target/debug/liblow.a"));
  EXPECT_LT(at(link, "target/debug/liblow.a"), at(link, "-lm"));
  EXPECT_LT(at(link, "-lm"), link.size());
  EXPECT_EQ(project.action("target/debug/p").description, "Linking p");
  EXPECT_EQ(project.action("target/debug/liblow.a").description, "Archiving liblow.a (p)");
}

TEST(Plan, PublicSettingsReachDependentsAndPrivateOnesDoNot) {
  TestProject project;
  project.write("hull.toml", R"(
[package]
name = "p"
version = "1.0.0"
[lib]
sources = ["lib.cc"]
includes = ["private"]
defines = { SECRET = 1, BOTH = "lib" }
cxx-flags = ["-fno-rtti"]
public = { includes = ["open"], defines = { OPEN = true, NUMBER = 7, BOTH = "public" } }
[[bin]]
name = "p"
sources = ["main.cc"]
)");
  project.write("lib.cc");
  project.write("main.cc");
  project.write("private/x.h");
  project.write("open/y.h");
  ASSERT_PLANNED(project.plan());
  const auto lib = project.argv("target/debug/obj/p/libp/lib.cc.o");
  EXPECT_THAT(with_prefix(lib, "-I"), ElementsAre("-Iprivate", "-Iopen"));
  EXPECT_THAT(with_prefix(lib, "-D"), ElementsAre("-DBOTH=lib", "-DNUMBER=7", "-DOPEN=1", "-DSECRET=1"));
  EXPECT_TRUE(has(lib, "-fno-rtti"));
  const auto main = project.argv("target/debug/obj/p/p/main.cc.o");
  EXPECT_TRUE(has(main, "-Iopen"));
  EXPECT_FALSE(has(main, "-Iprivate"));
  EXPECT_THAT(with_prefix(main, "-D"), ElementsAre("-DBOTH=public", "-DNUMBER=7", "-DOPEN=1"));
  EXPECT_FALSE(has(main, "-fno-rtti"));
}

TEST(Plan, FeaturesBecomeMacros) {
  TestProject project;
  project.write("hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[features]\ndefault = "
                "[\"fast-path\"]\nfast-path = []\nother = []\n");
  project.write("src/a.cc");
  ASSERT_PLANNED(project.plan());
  EXPECT_THAT(with_prefix(project.argv("target/debug/obj/p/libp/src/a.cc.o"), "-DHULL_FEATURE"),
              ElementsAre("-DHULL_FEATURE_DEFAULT=1", "-DHULL_FEATURE_FAST_PATH=1"));
}

TEST(Plan, AFeatureThatOnlyChoosesChangesNoCompile) {
  TestProject project;
  project.write("hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[features]\n"
                "long-tests = { define = false }\n"
                "[[test]]\nname = \"long\"\nsources = [\"t/long.cc\"]\n"
                "required-features = [\"long-tests\"]\n");
  project.write("src/a.cc");
  project.write("t/long.cc");
  {
    ASSERT_PLANNED(project.plan(everything()));
    EXPECT_FALSE(project.makes("target/debug/tests/p/long"));
  }
  const auto without = project.argv("target/debug/obj/p/libp/src/a.cc.o");
  project.features = {"long-tests"};
  {
    ASSERT_PLANNED(project.plan(tests_alone()));
    EXPECT_TRUE(project.makes("target/debug/tests/p/long"));
    EXPECT_EQ(project.argv("target/debug/obj/p/libp/src/a.cc.o"), without);
  }
}

/// A library `p` with a program, and a library `testing` for its tests, which uses a development dependency.
void write_library_for_tests(TestProject& project, const std::string& keys = "") {
  project.write("hull.toml", "[workspace]\nmembers = [\"p\", \"check\", \"user\"]\n");
  project.write("p/hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n"
                "[dev-dependencies]\ncheck = { path = \"../check\" }\n"
                "[[lib]]\nname = \"testing\"\ntest = true\nsources = [\"support/*.cc\"]\n"
                "defines = [\"PRIVATE\"]\npublic = { includes = [\"support\"] }\n" +
                    keys);
  project.write("p/src/a.cc");
  project.write("p/src/a_test.cc");
  project.write("p/src/main.cc");
  project.write("p/support/s.cc");
  project.write("p/tests/t.cc");
  project.write("check/hull.toml", "[package]\nname = \"check\"\nversion = \"1.0.0\"\n");
  project.write("check/src/c.cc");
  project.write("check/include/check.h");
  project.write("user/hull.toml",
                "[package]\nname = \"user\"\nversion = \"1.0.0\"\n[dependencies]\np = { path = \"../p\" }\n");
  project.write("user/src/main.cc");
  project.write("user/tests/t.cc");
}

TEST(Plan, ALibraryForTestsIsLinkedByTestsAlone) {
  TestProject project;
  write_library_for_tests(project);
  const std::string library = "target/debug/tests/p/libtesting.a";
  {
    ASSERT_PLANNED(project.plan());
    EXPECT_FALSE(project.makes(library));
    EXPECT_FALSE(has(project.argv("target/debug/p"), library));
  }
  ASSERT_PLANNED(project.plan(everything()));
  const auto compile = project.argv("target/debug/obj/p/libtesting/support/s.cc.o");
  EXPECT_TRUE(has(compile, "-Icheck/include"));
  EXPECT_TRUE(has(compile, "-Ip/src"));
  const auto test = project.argv("target/debug/tests/p/t");
  EXPECT_LT(at(test, library), at(test, "target/debug/libp.a"));
  EXPECT_LT(at(test, library), at(test, "target/debug/libcheck.a"));
  EXPECT_TRUE(has(project.argv("target/debug/obj/p/t.test/tests/t.cc.o"), "-Ip/support"));
  for (const char* other : {"target/debug/p", "target/debug/user", "target/debug/tests/user/t"})
    EXPECT_FALSE(has(project.argv(other), library)) << other;
  EXPECT_FALSE(std::ranges::any_of(
      plan->targets, [](const PlannedTarget& target) { return target.target.tests_only && target.wanted; }));
}

TEST(Plan, AUnitTestDoesNotShareThePrivateSettingsOfALibraryForTests) {
  TestProject project;
  write_library_for_tests(project);
  ASSERT_PLANNED(project.plan(everything()));
  const auto unit = project.argv("target/debug/obj/p/unit.test/src/a_test.cc.o");
  EXPECT_TRUE(has(unit, "-Ip/support"));
  EXPECT_FALSE(has(unit, "-DPRIVATE"));
}

TEST(Plan, AUnitTestBorrowsFromItsProgramBesideALibraryForTests) {
  TestProject project;
  project.write("hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[[bin]]\nsources = [\"src/*.cc\"]\n"
                "exclude = [\"src/*_test.cc\"]\n"
                "[[lib]]\nname = \"testing\"\ntest = true\nsources = [\"support/*.cc\"]\n");
  project.write("src/main.cc");
  project.write("src/a.cc");
  project.write("src/a_test.cc");
  project.write("support/s.cc");
  ASSERT_PLANNED(project.plan(tests_alone()));
  const auto unit = project.argv("target/debug/tests/p/unit");
  EXPECT_TRUE(has(unit, "target/debug/obj/p/p/src/a.cc.o"));
  EXPECT_TRUE(has(unit, "target/debug/tests/p/libtesting.a"));
}

TEST(Plan, ASharedLibraryForTestsIsFoundBesideTheTests) {
  TestProject project;
  write_library_for_tests(project,
                          "kind = \"shared\"\n");
  project.toolchain.linker = "bfd";
  ASSERT_PLANNED(project.plan(everything()));
  EXPECT_TRUE(project.makes("target/debug/tests/p/libtesting.so"));
  const auto test = project.argv("target/debug/tests/p/t");
  EXPECT_THAT(with_prefix(test, "-Wl,-rpath"),
              ElementsAre("-Wl,-rpath,$ORIGIN/../../tests/p", "-Wl,-rpath-link,target/debug/tests/p"));
  // What it shows of development dependencies stays visible in it: one copy, as for any shared library.
  EXPECT_THAT(with_prefix(project.argv("target/debug/tests/p/libtesting.so"), "-Wl,--exclude-libs"),
              IsEmpty());
}

TEST(Plan, EachSourceIsAProgram) {
  TestProject project;
  project.write("hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n"
                "[[test]]\neach = true\nsources = [\"t/*.cc\"]\ndefines = [\"D\"]\n"
                "[target.'cfg(unix)'.test]\nname = \"b\"\nlinks = [\"m\"]\n");
  project.write("t/a.cc");
  project.write("t/b.cc");
  ASSERT_PLANNED(project.plan(tests_alone()));
  EXPECT_THAT(project.paths(plan->wanted), ElementsAre("target/debug/tests/p/a", "target/debug/tests/p/b"));
  EXPECT_TRUE(has(project.argv("target/debug/obj/p/a.test/t/a.cc.o"), "-DD"));
  EXPECT_FALSE(has(project.argv("target/debug/tests/p/a"), "-lm"));
  EXPECT_TRUE(has(project.argv("target/debug/tests/p/b"), "-lm"));
}

TEST(Plan, EachWithoutAMatchFailsOnlyABuildOfTests) {
  TestProject project;
  project.write(
      "hull.toml",
      "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[[test]]\neach = true\nsources = [\"t/*.cc\"]\n");
  project.write("main.cc");
  {
    ASSERT_PLANNED(project.plan());
  }
  const auto refused = project.plan(tests_alone());
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().message, "no source matches `t/*.cc`");
  EXPECT_EQ(refused.error().span->begin.line, 6u);
}

TEST(Plan, ATestRunsTheProgramOfAnother) {
  TestProject project;
  project.write("hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n"
                "[[test]]\nname = \"t\"\nsources = [\"t.cc\"]\n"
                "[[test]]\nname = \"again\"\nprogram = \"t\"\nargs = [\"--more\"]\n"
                "[[test]]\nname = \"tool\"\nprogram = \"p\"\n");
  project.write("t.cc");
  project.write("main.cc");
  {
    ASSERT_PLANNED(project.plan(tests_alone()));
    EXPECT_THAT(project.paths(plan->wanted), ElementsAre("target/debug/tests/p/t", "target/debug/p"));
    EXPECT_FALSE(project.makes("target/debug/tests/p/again"));
    EXPECT_EQ(plan->commands.size(), 2u);
  }
  TargetFilter one;
  one.test_names = {"again"};
  ASSERT_PLANNED(project.plan(one));
  EXPECT_THAT(project.paths(plan->wanted), ElementsAre("target/debug/tests/p/t"));
  for (const PlannedTarget& target : plan->targets) {
    EXPECT_EQ(target.wanted, target.target.name == "again");
    EXPECT_EQ(target.output, "target/debug/tests/p/t");
  }
}

TEST(Plan, ATestOfAProgramWhoseFeaturesAreOffIsLeftOut) {
  TestProject project;
  project.write("hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[features]\nslow = []\n"
                "[[test]]\nname = \"t\"\nsources = [\"t.cc\"]\nrequired-features = [\"slow\"]\n"
                "[[test]]\nname = \"again\"\nprogram = \"t\"\n");
  project.write("t.cc");
  {
    ASSERT_PLANNED(project.plan(tests_alone()));
    EXPECT_THAT(plan->wanted, IsEmpty());
  }
  TargetFilter one;
  one.test_names = {"again"};
  const auto refused = project.plan(one);
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(refused.error().help, ElementsAre("add `--features slow`"));
  project.features = {"slow"};
  ASSERT_PLANNED(project.plan(one));
  EXPECT_THAT(project.paths(plan->wanted), ElementsAre("target/debug/tests/p/t"));
}

TEST(Plan, TestsArePlannedOnlyWhenAskedFor) {
  TestProject project;
  project.write("hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[dev-dependencies]\nmissing = \"1.0\"\n");
  project.write("src/a.cc");
  project.write("src/a_test.cc");
  project.write("tests/whole.cc");
  {
    ASSERT_PLANNED(project.plan());
    EXPECT_FALSE(project.makes("target/debug/tests/p/unit"));
  }
  const auto refused = project.plan(tests_alone());
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("dependency `missing` comes from a registry"));
  EXPECT_EQ(refused.error().kind, ErrorKind::Usage);
  ASSERT_TRUE(refused.error().span);
  EXPECT_EQ(refused.error().span->begin.line, 5u);
}

TEST(Plan, UnitTestsShareThePrivateIncludesOfTheirLibrary) {
  TestProject project;
  project.write(
      "hull.toml",
      "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[lib]\nincludes = [\"hidden\"]\ndefines = { X = 1 }\n");
  project.write("src/a.cc");
  project.write("src/a_test.cc");
  project.write("hidden/h.h");
  project.write("tests/whole.cc");
  ASSERT_PLANNED(project.plan(tests_alone()));
  const auto unit = project.argv("target/debug/obj/p/unit.test/src/a_test.cc.o");
  EXPECT_TRUE(has(unit, "-Ihidden"));
  EXPECT_TRUE(has(unit, "-DX=1"));
  const auto whole = project.argv("target/debug/obj/p/whole.test/tests/whole.cc.o");
  EXPECT_FALSE(has(whole, "-Ihidden"));
  EXPECT_TRUE(has(project.argv("target/debug/tests/p/whole"), "target/debug/libp.a"));
}

TEST(Plan, TheUnitTestOfAProgramLinksItsObjectsWithoutMain) {
  TestProject project;
  project.write("hull.toml", R"(
[package]
name = "tool"
version = "1.0.0"
autolib = false
[[bin]]
name = "tool"
sources = ["src/main.cc", "src/work.cc"]
)");
  for (const char* name : {"main", "work", "work_test"}) project.write("src/" + std::string(name) + ".cc");
  ASSERT_PLANNED(project.plan(everything()));
  const auto link = project.argv("target/debug/tests/tool/unit");
  EXPECT_TRUE(has(link, "target/debug/obj/tool/tool/src/work.cc.o"));
  EXPECT_FALSE(has(link, "target/debug/obj/tool/tool/src/main.cc.o"));
  EXPECT_EQ(plan->commands.size(), 3u) << "each source is compiled once";
}

TEST(Plan, ALongLinkGoesThroughAResponseFile) {
  TestProject project;
  project.write("hull.toml", "[package]\nname = \"p\"\nversion = \"1.0.0\"\n");
  for (int i = 0; i < 800; ++i)
    project.write("src/unit_with_a_rather_long_name_" + std::to_string(i) + ".cc");
  project.write("src/with space.cc");
  ASSERT_PLANNED(project.plan());
  const engine::Action& archive = project.action("target/debug/libp.a");
  EXPECT_THAT(archive.words, ElementsAre("/usr/bin/llvm-ar-19", "rcsD", "target/debug/libp.a",
                                         "@target/debug/obj/p/libp/link.rsp"));
  EXPECT_THAT(archive.response, HasSubstr("target/debug/obj/p/libp/src/with\\ space.cc.o\n"));
}

TEST(Plan, AResponseFileOfALinkHoldsNamesOnly) {
  TestProject project;
  project.write("hull.toml", R"(
[package]
name = "p"
version = "1.0.0"
autolib = false
[[bin]]
name = "p"
sources = ["src/*.cc"]
links = ["m"]
link-flags = ["-pthread"]
)");
  for (int i = 0; i < 800; ++i)
    project.write("src/unit_with_a_rather_long_name_" + std::to_string(i) + ".cc");
  ASSERT_PLANNED(project.plan());
  const engine::Action& link = project.action("target/debug/p");
  // Linkers and drivers read such a file differently where it holds anything else.
  EXPECT_EQ(link.response.find('-'), std::string::npos) << link.response;
  EXPECT_TRUE(has(link.words, "-pthread"));
  EXPECT_TRUE(has(link.words, "-lm"));
  EXPECT_TRUE(has(link.words, "@target/debug/obj/p/p/link.rsp"));
}

TEST(Plan, SourcesOutsideThePackageKeepTheirObjectsInside) {
  TestProject project;
  project.write("a/hull.toml",
                "[package]\nname = \"a\"\nversion = \"1.0.0\"\n[lib]\nsources = [\"../shared/x.cc\"]\n");
  project.write("hull.toml", "[workspace]\nmembers = [\"a\"]\n");
  project.write("shared/x.cc");
  ASSERT_PLANNED(project.plan());
  EXPECT_TRUE(has(project.argv("target/debug/obj/a/liba/__up/shared/x.cc.o"), "shared/x.cc"));
}

TEST(Plan, CLibrariesAreLinkedByTheCDriver) {
  TestProject project;
  project.write("hull.toml", "[package]\nname = \"p\"\nversion = \"1.0.0\"\n");
  project.write("src/z.c");
  project.write("src/main.c");
  ASSERT_PLANNED(project.plan());
  EXPECT_TRUE(has(project.argv("target/debug/p"), "/usr/bin/clang-19"));
  EXPECT_FALSE(has(project.argv("target/debug/p"), "/usr/bin/clang++-19"));
}

TEST(Plan, TheRuntimeIsStaticInReleaseUnlessAnotherSharedLibraryIsLoaded) {
  struct Case {
    const char* profile;
    const char* lib;
    bool is_static;
  };
  for (const Case& one : {Case{"release", "", true},
                          {"dev", "", false},
                          {"release", "kind = \"shared\"", false},
                          {"release", "links = [\"z\"]", false},
                          {"release", "links = [\"pthread\", \"m\"]", true}}) {
    TestProject project;
    project.profile = one.profile;
    project.write("hull.toml",
                  std::string("[package]\nname = \"p\"\nversion = \"1.0.0\"\n[lib]\n") + one.lib + "\n");
    project.write("src/a.cc");
    project.write("src/main.cc");
    ASSERT_PLANNED(project.plan());
    EXPECT_EQ(has(project.argv("target/debug/p"), "-static-libstdc++"), one.is_static)
        << one.profile << one.lib;
  }
}

TEST(Plan, SharedLibrariesHaveSonameAndAreFoundBesideTheProgram) {
  TestProject project;
  project.write("hull.toml", R"(
[package]
name = "p"
version = "1.0.0"
[[lib]]
kind = "shared"
sources = ["src/a.cc"]
uses = ["inner"]
[[lib]]
name = "inner"
sources = ["inner/i.cc"]
)");
  project.write("src/a.cc");
  project.write("src/main.cc");
  project.write("inner/i.cc");
  project.write("tests/t.cc");
  ASSERT_PLANNED(project.plan(everything()));
  const auto shared = project.argv("target/debug/libp.so.1");
  EXPECT_TRUE(has(shared, "-shared"));
  EXPECT_TRUE(has(shared, "-Wl,-soname,libp.so.1"));
  EXPECT_TRUE(has(project.argv("target/debug/p"), "target/debug/libp.so.1"));
  EXPECT_THAT(project.argv("target/debug/libp.so"),
              ElementsAre("hull", "internal", "alias", "libp.so.1", "target/debug/libp.so"));
  EXPECT_TRUE(has(project.argv("target/debug/p"), "-Wl,-rpath,$ORIGIN"));
  EXPECT_TRUE(has(project.argv("target/debug/tests/p/t"), "-Wl,-rpath,$ORIGIN/../.."));
  EXPECT_TRUE(has(project.argv("target/debug/obj/p/libp/src/a.cc.o"), "-fvisibility=hidden"));
}

TEST(Plan, WhatASharedLibraryNeedsPrivatelyIsHiddenInsideIt) {
  TestProject project;
  project.write("hull.toml", "[workspace]\nmembers = [\"low\", \"mid\", \"app\"]\n");
  project.write("low/hull.toml", "[package]\nname = \"low\"\nversion = \"1.0.0\"\n");
  project.write("low/src/a.cc");
  project.write("mid/hull.toml",
                "[package]\nname = \"mid\"\nversion = \"1.0.0\"\n[lib]\nkind = \"shared\"\n"
                "[dependencies]\nlow = { path = \"../low\", public = false }\n");
  project.write("mid/src/b.cc");
  project.write(
      "app/hull.toml",
      "[package]\nname = \"app\"\nversion = \"1.0.0\"\n[dependencies]\nmid = { path = \"../mid\" }\n");
  project.write("app/src/main.cc");
  ASSERT_PLANNED(project.plan());
  EXPECT_TRUE(has(project.argv("target/debug/libmid.so.1"), "-Wl,--exclude-libs,liblow.a"));
  EXPECT_FALSE(has(project.argv("target/debug/app"), "target/debug/liblow.a"));
  EXPECT_FALSE(has(project.argv("target/debug/obj/app/app/src/main.cc.o"), "-Ilow/src"));
}

TEST(Plan, ObjectLibrariesGoIntoTheLinkOnce) {
  TestProject project;
  project.write("hull.toml", R"(
[package]
name = "p"
version = "1.0.0"
[[lib]]
kind = "object"
sources = ["src/a.cc"]
[[lib]]
name = "plug"
kind = "plugin"
sources = ["plug.cc"]
uses = ["p"]
)");
  project.write("src/a.cc");
  project.write("src/main.cc");
  project.write("plug.cc");
  ASSERT_PLANNED(project.plan());
  const std::string object = "target/debug/obj/p/libp/src/a.cc.o";
  EXPECT_TRUE(has(project.argv("target/debug/p"), object));
  EXPECT_TRUE(has(project.argv("target/debug/plug.so"), object));
  EXPECT_FALSE(has(project.argv("target/debug/plug.so"), "-Wl,-soname,plug.so"));
  EXPECT_TRUE(std::ranges::find(plan->wanted, project.graph->files().find(object)) != plan->wanted.end());
}

TEST(Plan, Mistakes) {
  struct Case {
    const char* name;
    const char* manifest;
    const char* message;
    const char* help;
  };
  const Case cases[] = {
      {"glob", "[lib]\nsources = [\"src/*.cpp\"]\n", "no source matches `src/*.cpp`",
       "patterns are relative to"},
      {"file", "[lib]\nsources = [\"src/aa.cc\"]\n", "source `src/aa.cc` does not exist",
       "did you mean `src/a.cc`?"},
      {"no source", "[lib]\nsources = [\"src/a.cc\", \"hull.toml\"]\n", "`hull.toml` is not a source", ""},
      {"include", "[lib]\nincludes = [\"nowhere\"]\n", "include directory `nowhere` does not exist", ""},
      {"circle",
       "[[lib]]\nname = \"x\"\nsources = [\"src/a.cc\"]\nuses = [\"y\"]\n[[lib]]\nname = \"y\"\nsources = "
       "[\"src/b.cc\"]\nuses = [\"x\"]\n",
       "circle: `x` -> `y` -> `x`", "third library"},
      {"plugin",
       "[[lib]]\nname = \"x\"\nkind = \"plugin\"\nsources = [\"src/a.cc\"]\n[[bin]]\nname = \"b\"\nsources = "
       "[\"src/b.cc\"]\nuses = [\"x\"]\n",
       "`x` is a plugin", "kind = \"shared\""},
      {"git", "[dependencies]\njson = { git = \"https://example.org/json.git\" }\n",
       "dependency `json` comes from git", "path"},
      {"debian", "[dependencies]\nz = { debian = \"zlib1g-dev\" }\n", "comes from a Debian package",
       "apt-get install zlib1g-dev"},
      {"archive",
       "[dependencies]\nz = { archive = \"https://example.org/z.tar.gz\", sha256 = "
       "\"0000000000000000000000000000000000000000000000000000000000000000\" }\n",
       "comes from an archive", ""},
  };
  for (const Case& one : cases) {
    TestProject project;
    project.write("hull.toml", std::string("[package]\nname = \"p\"\nversion = \"1.0.0\"\n") + one.manifest);
    project.write("src/a.cc");
    project.write("src/b.cc");
    const auto plan = project.plan();
    ASSERT_FALSE(plan) << one.name;
    EXPECT_THAT(plan.error().message, HasSubstr(one.message)) << one.name;
    EXPECT_EQ(plan.error().kind, ErrorKind::Usage) << one.name;
    EXPECT_TRUE(plan.error().span) << one.name;
    if (one.help[0] == '\0') continue;
    ASSERT_FALSE(plan.error().help.empty()) << one.name;
    EXPECT_THAT(plan.error().help[0], HasSubstr(one.help)) << one.name;
  }
}

TEST(Plan, TwoTargetsWithOneOutputAreNamed) {
  TestProject project;
  project.write("hull.toml", "[workspace]\nmembers = [\"a\", \"b\"]\n");
  for (const std::string name : {"a", "b"}) {
    project.write(name + "/hull.toml",
                  "[package]\nname = \"" + name +
                      "\"\nversion = \"1.0.0\"\n[[bin]]\nname = \"same\"\nsources = [\"m.cc\"]\n");
    project.write(name + "/m.cc");
  }
  const auto plan = project.plan();
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().message,
            "`same` of package `a` and `same` of package `b` would both be target/debug/same");
}

TEST(Plan, NamedTargetsAloneAreWanted) {
  TestProject project;
  project.write("hull.toml", "[package]\nname = \"p\"\nversion = \"1.0.0\"\n");
  project.write("src/a.cc");
  project.write("src/bin/one.cc");
  project.write("src/bin/two.cc");
  TargetFilter filter;
  filter.bin_names = {"one"};
  {
    ASSERT_PLANNED(project.plan(filter));
    EXPECT_THAT(project.paths(plan->wanted), ElementsAre("target/debug/one"));
    EXPECT_FALSE(project.makes("target/debug/two"));
  }
  filter.bin_names = {"twoo"};
  const auto refused = project.plan(filter);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "no bin target is called `twoo` in the selected packages");
  EXPECT_THAT(refused.error().help, ElementsAre("did you mean `two`?"));
}

TEST(Plan, ATargetWhoseFeaturesAreOffSaysSo) {
  TestProject project;
  project.write("hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[features]\nextra = []\n[[bin]]\nname = "
                "\"x\"\nsources = [\"x.cc\"]\nrequired-features = [\"extra\"]\n");
  project.write("x.cc");
  TargetFilter filter;
  filter.bin_names = {"x"};
  const auto plan = project.plan(filter);
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().message, "bin target `x` is built only with `extra` on");
  EXPECT_THAT(plan.error().help, ElementsAre("add `--features extra`"));
}

TEST(Plan, CompileCommandsAreJson) {
  TestProject project;
  project.write("hull.toml",
                "[package]\nname = \"p\"\nversion = \"1.0.0\"\n[lib]\ndefines = { Q = '\"x\"' }\n");
  project.write("src/a.cc");
  ASSERT_PLANNED(project.plan());
  const std::string json = compile_commands_json(*plan, *project.graph, project.root());
  EXPECT_THAT(json, HasSubstr("{\"directory\": \"" + project.root() + "\", \"file\": \"src/a.cc\""));
  EXPECT_THAT(json, HasSubstr(R"("-DQ=\"x\"")"));
  EXPECT_THAT(json, HasSubstr("\"-o\", \"target/debug/obj/p/libp/src/a.cc.o\"]}\n]\n"));
}

TEST(Plan, CompileCommandsAreUtf8WhateverSourcesAreCalled) {
  TestProject project;
  project.write("hull.toml", "[package]\nname = \"p\"\nversion = \"1.0.0\"\n");
  project.write("src/a\xff\xc3(.cc");
  project.write("src/\xc3\xa4.cc");
  project.write("src/b\\c.cc");
  ASSERT_PLANNED(project.plan());
  const std::string json = compile_commands_json(*plan, *project.graph, project.root());
  EXPECT_THAT(json, HasSubstr("\"file\": \"src/a\xef\xbf\xbd\xef\xbf\xbd(.cc\""));
  EXPECT_THAT(json, HasSubstr("\"file\": \"src/\xc3\xa4.cc\""));
  EXPECT_THAT(json, HasSubstr(R"("file": "src/b\\c.cc")"));
}

TEST(Plan, PublicHeadersGoWhereConsumersIncludeThem) {
  TestProject project;
  project.write("hull.toml", "[workspace]\nmembers = [\"tree\", \"flat\"]\n");
  project.write("tree/hull.toml", "[package]\nname = \"tree\"\nversion = \"1.0.0\"\n");
  project.write("tree/src/a.cc");
  project.write("tree/include/tree/a.h");
  project.write("flat/hull.toml", "[package]\nname = \"flat\"\nversion = \"1.0.0\"\n");
  project.write("flat/b.cc");
  project.write("flat/b.h");
  auto plan = project.plan();
  ASSERT_TRUE(plan) << render(plan.error(), false);
  ASSERT_TRUE(list_public_headers(project.workspace, *plan));
  std::map<std::string, std::string> headers;
  for (const PlannedTarget& target : plan->targets)
    headers.insert(target.headers.begin(), target.headers.end());
  EXPECT_THAT(headers,
              ElementsAre(std::pair("flat/b.h", "flat/b.h"), std::pair("tree/include/tree/a.h", "tree/a.h")));
}

}  // namespace
}  // namespace hull::plan
