// What loading says when the manifests do not fit together, word for word.
#include <gtest/gtest.h>

#include "manifest/written_files.h"

namespace hull::manifest {
namespace {

std::string package(const std::string& name, const std::string& rest = "") {
  return "[package]\nname = \"" + name + "\"\n" + rest;
}

TEST(WorkspaceErrors, NoManifest) {
  WrittenFiles files({{"x/y.cc", ""}});
  EXPECT_EQ(files.error("x"),
            "error: there is no hull.toml in `/w/x` or any directory above it\n"
            "  = help: `hull init` writes one for the sources here, `hull new NAME` makes a new package\n");
}

TEST(WorkspaceErrors, ManifestThatIsADirectory) {
  WrittenFiles files({{"hull.toml", package("a")}, {"x/hull.toml/y.cc", ""}});
  EXPECT_EQ(files.error("x"),
            "error: `/w/x/hull.toml` is a directory, not a file\n"
            "  = help: give the directory another name: a hull.toml describes a package\n");
}

TEST(WorkspaceErrors, NoSuchStart) {
  WrittenFiles files({});
  EXPECT_EQ(files.error("gone"),
            "error: there is no `/w/gone`\n"
            "  = help: give a directory with a hull.toml, or the path of one\n");
}

TEST(WorkspaceErrors, MemberGlobWithoutMatch) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"src/*\"]\n"}, {"src/a/x.cc", ""}});
  EXPECT_EQ(files.error(),
            "error: `src/*` matches no directory with a hull.toml\n"
            " --> /w/hull.toml:2:12\n"
            "  |\n"
            "2 | members = [\"src/*\"]\n"
            "  |            ^^^^^^^\n"
            "  |\n"
            "  = help: make a member with `hull new`, or take the entry out\n");
}

TEST(WorkspaceErrors, MemberWithoutManifest) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"a\"]\n"}});
  EXPECT_EQ(files.error(),
            "error: there is no hull.toml in `a`\n"
            " --> /w/hull.toml:2:12\n"
            "  |\n"
            "2 | members = [\"a\"]\n"
            "  |            ^^^\n"
            "  |\n"
            "  = help: make one with `hull init`, or take the entry out\n");
}

TEST(WorkspaceErrors, MemberThatIsExcluded) {
  WrittenFiles files(
      {{"hull.toml", "[workspace]\nmembers = [\"a\"]\nexclude = [\"a\"]\n"}, {"a/hull.toml", package("a")}});
  EXPECT_EQ(files.error(),
            "error: `a` is in `members` and in `exclude`\n"
            " --> /w/hull.toml:2:12\n"
            "  |\n"
            "2 | members = [\"a\"]\n"
            "  |            ^^^\n"
            "  |\n"
            "  = help: take it out of one of them\n");
}

TEST(WorkspaceErrors, UnknownDefaultMember) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"a\"]\ndefault-members = [\"b\"]\n"},
                      {"a/hull.toml", package("a")}});
  EXPECT_EQ(files.error(),
            "error: `b` is no member of this workspace\n"
            " --> /w/hull.toml:3:20\n"
            "  |\n"
            "3 | default-members = [\"b\"]\n"
            "  |                    ^^^\n"
            "  |\n"
            "  = help: `default-members` chooses among `members`\n");
}

TEST(WorkspaceErrors, MemberThatIsAWorkspace) {
  WrittenFiles files(
      {{"hull.toml", "[workspace]\nmembers = [\"a\"]\n"}, {"a/hull.toml", package("a", "[workspace]\n")}});
  EXPECT_EQ(files.error(),
            "error: a member of a workspace cannot be a workspace itself\n"
            " --> /w/a/hull.toml:3:1\n"
            "  |\n"
            "3 | [workspace]\n"
            "  | ^^^^^^^^^^^\n"
            "  |\n"
            "  = help: it is a member of /w/hull.toml\n");
}

TEST(WorkspaceErrors, ProfileInAMember) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"a\"]\n"},
                      {"a/hull.toml", package("a", "[profile.dev]\nopt-level = 1\n")}});
  EXPECT_EQ(files.error("a"),
            "error: profiles and the toolchain belong to the workspace, not to a member\n"
            " --> /w/a/hull.toml:3:2\n"
            "  |\n"
            "3 | [profile.dev]\n"
            "  |  ^^^^^^^\n"
            "  |\n"
            "  = help: move this to /w/hull.toml\n");
}

TEST(WorkspaceErrors, TwoPackagesOfOneName) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"a\", \"b\"]\n"},
                      {"a/hull.toml", package("x")},
                      {"b/hull.toml", package("x")}});
  EXPECT_EQ(files.error(),
            "error: two packages are called `x`\n"
            " --> /w/b/hull.toml:2:8\n"
            "  |\n"
            "2 | name = \"x\"\n"
            "  |        ^^^\n"
            "  |\n"
            "  = help: the other one is /w/a/hull.toml\n");
}

TEST(WorkspaceErrors, CircleOfPackages) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"top\", \"a\", \"b\", \"c\"]\n"},
                      {"top/hull.toml", package("top", "[dependencies]\na = { path = \"../a\" }\n")},
                      {"a/hull.toml", package("a", "[dependencies]\nb = { path = \"../b\" }\n")},
                      {"b/hull.toml", package("b", "[dependencies]\nc = { path = \"../c\" }\n")},
                      {"c/hull.toml", package("c", "[dependencies]\na = { path = \"../a\" }\n")}});
  EXPECT_EQ(files.error(),
            "error: packages depend on each other in a circle: a -> b -> c -> a\n"
            " --> /w/c/hull.toml:4:1\n"
            "  |\n"
            "4 | a = { path = \"../a\" }\n"
            "  | ^\n"
            "  |\n"
            "  = help: move what they share into a package that depends on none of them\n");
}

TEST(WorkspaceErrors, PackageThatDependsOnItself) {
  WrittenFiles files({{"hull.toml", package("a", "[dependencies]\na = { path = \".\" }\n")}});
  EXPECT_EQ(files.error(),
            "error: packages depend on each other in a circle: a -> a\n"
            " --> /w/hull.toml:4:1\n"
            "  |\n"
            "4 | a = { path = \".\" }\n"
            "  | ^\n"
            "  |\n"
            "  = help: move what they share into a package that depends on none of them\n");
}

TEST(WorkspaceErrors, DependencyWithoutDirectory) {
  WrittenFiles files({{"a/hull.toml", package("a", "[dependencies]\ncore = { path = \"../core\" }\n")}});
  EXPECT_EQ(files.error("a"),
            "error: there is no hull.toml in `../core`\n"
            " --> /w/a/hull.toml:4:17\n"
            "  |\n"
            "4 | core = { path = \"../core\" }\n"
            "  |                 ^^^^^^^^^\n"
            "  |\n"
            "  = help: there is no directory /w/core\n");
}

TEST(WorkspaceErrors, DependencyWithoutManifest) {
  WrittenFiles files(
      {{"a/hull.toml", package("a", "[dependencies]\ncore = { path = \"../core\" }\n")}, {"core/x.cc", ""}});
  EXPECT_EQ(files.error("a"),
            "error: there is no hull.toml in `../core`\n"
            " --> /w/a/hull.toml:4:17\n"
            "  |\n"
            "4 | core = { path = \"../core\" }\n"
            "  |                 ^^^^^^^^^\n"
            "  |\n"
            "  = help: make one with `hull init` in /w/core\n");
}

TEST(WorkspaceErrors, DependencyOfAnotherName) {
  WrittenFiles files({{"a/hull.toml", package("a", "[dependencies]\ncore = { path = \"../core\" }\n")},
                      {"core/hull.toml", package("kernel")}});
  EXPECT_EQ(files.error("a"),
            "error: the package in `../core` is called `kernel`, not `core`\n"
            " --> /w/a/hull.toml:4:1\n"
            "  |\n"
            "4 | core = { path = \"../core\" }\n"
            "  | ^^^^\n"
            "  |\n"
            "  = help: rename the dependency, or add package = \"kernel\" to it\n");
}

TEST(WorkspaceErrors, DependencyThatIsAWorkspace) {
  WrittenFiles files({{"a/hull.toml", package("a", "[dependencies]\ncore = { path = \"../core\" }\n")},
                      {"core/hull.toml", "[workspace]\n"}});
  EXPECT_EQ(files.error("a"),
            "error: `../core` is a workspace, not a package\n"
            " --> /w/a/hull.toml:4:17\n"
            "  |\n"
            "4 | core = { path = \"../core\" }\n"
            "  |                 ^^^^^^^^^\n"
            "  |\n"
            "  = help: name the directory of one of its members\n"
            "  = note: while reading the dependency `core` of /w/a/hull.toml\n");
}

TEST(WorkspaceErrors, ErrorInsideADependency) {
  WrittenFiles files({{"a/hull.toml", package("a", "[dependencies]\ncore = { path = \"../core\" }\n")},
                      {"core/hull.toml", "[package]\nname = \"core\"\nlicence = \"MIT\"\n"}});
  EXPECT_EQ(files.error("a"),
            "error: unknown key `licence` in [package]\n"
            " --> /w/core/hull.toml:3:1\n"
            "  |\n"
            "3 | licence = \"MIT\"\n"
            "  | ^^^^^^^\n"
            "  |\n"
            "  = help: did you mean `license`?\n"
            "  = note: while reading the dependency `core` of /w/a/hull.toml\n");
}

TEST(WorkspaceErrors, UnknownFeatureOfADependency) {
  WrittenFiles files(
      {{"a/hull.toml", package("a", "[dependencies]\ncore = { path = \"../core\", features = [\"tsl\"] }\n")},
       {"core/hull.toml", package("core", "[features]\ntls = []\n")}});
  EXPECT_EQ(files.error("a"),
            "error: package `core` has no feature `tsl`\n"
            " --> /w/a/hull.toml:4:40\n"
            "  |\n"
            "4 | core = { path = \"../core\", features = [\"tsl\"] }\n"
            "  |                                        ^^^^^\n"
            "  |\n"
            "  = help: did you mean `tls`?\n");
}

TEST(WorkspaceErrors, FeatureThatEnablesAnUnknownOneElsewhere) {
  WrittenFiles files(
      {{"a/hull.toml",
        package("a", "[features]\nx = [\"core/y\"]\n[dependencies]\ncore = { path = \"../core\" }\n")},
       {"core/hull.toml", package("core")}});
  EXPECT_EQ(files.error("a"),
            "error: package `core` has no feature `y`\n"
            " --> /w/a/hull.toml:4:6\n"
            "  |\n"
            "4 | x = [\"core/y\"]\n"
            "  |      ^^^^^^^^\n"
            "  |\n"
            "  = help: it has no features\n");
}

TEST(WorkspaceErrors, UnknownLibOfADependency) {
  WrittenFiles files(
      {{"a/hull.toml", package("a", "[dependencies]\ncore = { path = \"../core\", libs = [\"x\"] }\n")},
       {"core/hull.toml", package("core")},
       {"core/src/x.cc", ""}});
  EXPECT_EQ(files.error("a"),
            "error: package `core` has no lib `x`\n"
            " --> /w/a/hull.toml:4:36\n"
            "  |\n"
            "4 | core = { path = \"../core\", libs = [\"x\"] }\n"
            "  |                                    ^^^\n"
            "  |\n"
            "  = help: it has `core`\n");
}

TEST(WorkspaceErrors, LibOfADependencyThatIsForItsTests) {
  WrittenFiles files(
      {{"a/hull.toml", package("a", "[dependencies]\ncore = { path = \"../core\", libs = [\"testing\"] }\n")},
       {"core/hull.toml",
        package("core", "[[lib]]\nname = \"testing\"\ntest = true\nsources = [\"t/*.cc\"]\n")},
       {"core/src/x.cc", ""}});
  EXPECT_EQ(files.error("a"),
            "error: lib `testing` is for the tests of package `core` alone\n"
            " --> /w/a/hull.toml:4:36\n"
            "  |\n"
            "4 | core = { path = \"../core\", libs = [\"testing\"] }\n"
            "  |                                    ^^^^^^^^^\n"
            "  |\n"
            "  = help: take `test = true` out of it there to link it here\n");
}

TEST(WorkspaceErrors, RootThatIsNotThere) {
  WrittenFiles files({{"p/hull.toml", package("z", "root = \"../upstream\"\n")}});
  EXPECT_EQ(files.error("p"),
            "error: there is no directory `../upstream`\n"
            " --> /w/p/hull.toml:3:8\n"
            "  |\n"
            "3 | root = \"../upstream\"\n"
            "  |        ^^^^^^^^^^^^^\n"
            "  |\n"
            "  = help: `root` is relative to the manifest: this would be /w/upstream\n");
}

TEST(WorkspaceErrors, SyntaxErrorOfTheRootIsShownBelow) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"a\"\n"}, {"a/hull.toml", package("a")}});
  EXPECT_EQ(files.error("a"),
            "error: the text ends inside the array\n"
            " --> /w/hull.toml:2:16\n"
            "  |\n"
            "2 | members = [\"a\"\n"
            "  |               ^\n");
}

TEST(WorkspaceErrors, InheritedDependencyThatIsMissing) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"a\"]\n"},
                      {"a/hull.toml", package("a", "[dependencies]\nfmt.workspace = true\n")}});
  EXPECT_EQ(files.error("a"),
            "error: the workspace has no dependency `fmt` to inherit\n"
            " --> /w/a/hull.toml:4:1\n"
            "  |\n"
            "4 | fmt.workspace = true\n"
            "  | ^^^\n"
            "  |\n"
            "  = help: add it to [workspace.dependencies] in /w/hull.toml\n");
}

}  // namespace
}  // namespace hull::manifest
