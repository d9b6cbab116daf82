// Finding a workspace and reading all of it, as stories on disk.
#include "manifest/workspace.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>

#include "manifest/written_files.h"

namespace hull::manifest {
namespace {

Strings names(const Workspace& workspace) {
  Strings result;
  for (const Package& package : workspace.packages)
    result.push_back(package.name + (package.member ? "" : " (used)"));
  return result;
}

Strings default_names(const Workspace& workspace) {
  Strings result;
  for (std::size_t index : workspace.default_members) result.push_back(workspace.packages[index].name);
  return result;
}

std::string package(const std::string& name, const std::string& rest = "") {
  return "[package]\nname = \"" + name + "\"\n" + rest;
}

#define ASSERT_LOADED(workspace) ASSERT_TRUE((workspace).has_value()) << render((workspace).error(), false)

TEST(Workspace, OnePackage) {
  WrittenFiles files({{"hull.toml", package("a")}, {"src/main.cc", ""}});
  auto workspace = files.load();
  ASSERT_LOADED(workspace);
  EXPECT_EQ(workspace->root, files.at("."));
  EXPECT_EQ(workspace->manifest_path, files.at("hull.toml"));
  EXPECT_EQ(names(*workspace), (Strings{"a"}));
  EXPECT_EQ(default_names(*workspace), (Strings{"a"}));
  EXPECT_EQ(workspace->packages[0].directory, files.at("."));
  EXPECT_EQ(workspace->packages[0].targets.size(), 1u);
  EXPECT_EQ(workspace->manifests, (Strings{files.at("hull.toml")}));
  EXPECT_TRUE(workspace->profiles.contains("bench"));
  EXPECT_EQ(workspace->find("a"), &workspace->packages[0]);
  EXPECT_EQ(workspace->find("b"), nullptr);
}

TEST(Workspace, IsFoundFromBelowAndByFile) {
  WrittenFiles files({{"hull.toml", package("a")}, {"src/x/y.cc", ""}});
  for (const char* start : {"src/x", "src", "hull.toml"}) {
    auto workspace = files.load(start);
    ASSERT_LOADED(workspace);
    EXPECT_EQ(workspace->root, files.at(".")) << start;
  }
}

TEST(Workspace, MembersInWrittenThenSortedOrder) {
  WrittenFiles files(
      {{"hull.toml", "[workspace]\nmembers = [\"z\", \"libs/*\", \"z\"]\nexclude = [\"libs/old\"]\n"},
       {"z/hull.toml", package("z")},
       {"libs/b/hull.toml", package("b")},
       {"libs/a/hull.toml", package("a")},
       {"libs/old/hull.toml", "not even TOML"},
       {"libs/no-manifest/x.cc", ""},
       {"libs/.hidden/hull.toml", "nor this"},
       {"libs/target/hull.toml", "nor this"}});
  auto workspace = files.load();
  ASSERT_LOADED(workspace);
  EXPECT_EQ(names(*workspace), (Strings{"z", "a", "b"}));
  EXPECT_EQ(default_names(*workspace), (Strings{"z", "a", "b"}));
  EXPECT_EQ(workspace->manifests.size(), 4u);
  EXPECT_EQ(workspace->listed_directories, (Strings{files.at("libs")}));
  EXPECT_NE(std::ranges::find(workspace->absent_manifests, files.at("libs/no-manifest/hull.toml")),
            workspace->absent_manifests.end());
}

TEST(Workspace, DeepGlobDoesNotEnterTarget) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"**\"]\n"},
                      {"a/b/hull.toml", package("b")},
                      {"c/hull.toml", package("c")},
                      {"target/debug/gen/hull.toml", "broken"},
                      {"c/target/hull.toml", "broken"}});
  auto workspace = files.load();
  ASSERT_LOADED(workspace);
  EXPECT_EQ(names(*workspace), (Strings{"b", "c"}));
}

TEST(Workspace, DefaultsAreWhereOneStands) {
  WrittenFiles files(
      {{"hull.toml", "[workspace]\nmembers = [\"a\", \"b\", \"c\"]\ndefault-members = [\"b\", \"c\"]\n"},
       {"a/hull.toml", package("a")},
       {"b/hull.toml", package("b")},
       {"c/hull.toml", package("c")},
       {"a/src/x.cc", ""}});
  auto at_root = files.load();
  ASSERT_LOADED(at_root);
  EXPECT_EQ(default_names(*at_root), (Strings{"b", "c"}));
  auto in_a = files.load("a/src");
  ASSERT_LOADED(in_a);
  EXPECT_EQ(in_a->root, files.at("."));
  EXPECT_EQ(default_names(*in_a), (Strings{"a"}));
}

TEST(Workspace, RootPackageIsAMemberAndTheDefault) {
  WrittenFiles files(
      {{"hull.toml", package("top", "[workspace]\nmembers = [\"a\"]\n")}, {"a/hull.toml", package("a")}});
  auto workspace = files.load();
  ASSERT_LOADED(workspace);
  EXPECT_EQ(names(*workspace), (Strings{"top", "a"}));
  EXPECT_EQ(default_names(*workspace), (Strings{"top"}));
}

TEST(Workspace, PathDependenciesAreFollowed) {
  WrittenFiles files(
      {{"app/hull.toml", package("app", "[dependencies]\nb = { path = \"../b\" }\n")},
       {"b/hull.toml", package("b", "[target.'cfg(unix)'.dependencies]\nc = { path = \"../c\" }\n")},
       {"c/hull.toml", package("c", "[dev-dependencies]\nnowhere = { path = \"../nowhere\" }\n")}});
  auto workspace = files.load("app");
  ASSERT_LOADED(workspace);
  EXPECT_EQ(workspace->root, files.at("app"));
  EXPECT_EQ(names(*workspace), (Strings{"app", "b (used)", "c (used)"}));
}

TEST(Workspace, TestsOfMembersMayLeadBack) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"*\"]\n"},
                      {"a/hull.toml", package("a", "[dev-dependencies]\nb = { path = \"../b\" }\n")},
                      {"b/hull.toml", package("b", "[dependencies]\na = { path = \"../a\" }\n")}});
  auto workspace = files.load();
  ASSERT_LOADED(workspace);
  EXPECT_EQ(names(*workspace), (Strings{"a", "b"}));
}

TEST(Workspace, PackageReachedThroughALinkIsOne) {
  WrittenFiles files({{"app/hull.toml",
                       package("app", "[dependencies]\nb = { path = \"../b\" }\nc = { path = \"../c\" }\n")},
                      {"b/hull.toml", package("b")},
                      {"c/hull.toml", package("c", "[dependencies]\nb = { path = \"../link\" }\n")}});
  ASSERT_EQ(symlink("b", files.at("link").c_str()), 0);
  auto workspace = files.load("app");
  ASSERT_LOADED(workspace);
  EXPECT_EQ(names(*workspace), (Strings{"app", "b (used)", "c (used)"}));
}

TEST(Workspace, MembersInherit) {
  WrittenFiles files(
      {{"hull.toml",
        "[workspace]\nmembers = [\"src/*\"]\n[workspace.package]\nversion = \"1.2.3\"\nstandard = \"c++23\"\n"
        "[workspace.dependencies]\ncore = { path = \"src/core\" }\nz = { system = \"zlib\" }\n"
        "[safety]\nmemory = \"warn\"\nmodels = [\"m.toml\"]\n[toolchain]\nlinker = "
        "\"bfd\"\n[profile.release]\nopt-level = 3\n"},
       {"src/core/hull.toml",
        package("core",
                "version.workspace = true\n[safety]\nthreads = \"allow\"\nmodels = [\"../m.toml\"]\n")},
       {"src/app/hull.toml", package("app",
                                     "standard.workspace = true\n[dependencies]\ncore.workspace = true\nz = "
                                     "{ workspace = true, static = true "
                                     "}\n")}});
  auto workspace = files.load("src/app");
  ASSERT_LOADED(workspace);
  const Package* app = workspace->find("app");
  const Package* core = workspace->find("core");
  ASSERT_TRUE(app && core);
  EXPECT_EQ(core->version, "1.2.3");
  EXPECT_EQ(app->standard, "c++23");
  EXPECT_EQ(app->version, "0.0.0");
  EXPECT_EQ(std::get<PathSource>(app->dependencies[0].source).path.value, files.at("src/core"));
  EXPECT_EQ(app->dependencies[1].static_link, true);
  EXPECT_EQ(app->safety.memory, Safety::Level::Warn);
  EXPECT_EQ(app->safety.models.at(0).value, files.at("m.toml"));
  EXPECT_EQ(core->safety.models.at(0).value, files.at("src/m.toml"));
  EXPECT_EQ(core->safety.memory, Safety::Level::Deny);
  EXPECT_EQ(core->safety.threads, Safety::Level::Allow);
  EXPECT_EQ(workspace->toolchain.linker, "bfd");
  EXPECT_EQ(workspace->profiles.at("release").opt_level, "3");
}

TEST(Workspace, UsedPackageInheritsFromItsOwnWorkspace) {
  WrittenFiles files({{"app/hull.toml", package("app", "[dependencies]\nb = { path = \"../other/b\" }\n")},
                      {"other/hull.toml",
                       "[workspace]\nmembers = [\"b\"]\n[workspace.package]\nversion = \"3.0.0\"\n"
                       "[profile.x]\ninherits = \"dev\"\n"},
                      {"other/b/hull.toml", package("b", "version.workspace = true\n")}});
  auto workspace = files.load("app");
  ASSERT_LOADED(workspace);
  EXPECT_EQ(workspace->find("b")->version, "3.0.0");
  EXPECT_FALSE(workspace->profiles.contains("x"));
}

TEST(Workspace, UsedPackageBelowTheRootInheritsFromIt) {
  WrittenFiles files(
      {{"hull.toml", "[workspace]\nmembers = [\"a\"]\n[workspace.package]\nversion = \"4.0.0\"\n"},
       {"a/hull.toml", package("a", "[dependencies]\nb = { path = \"../third_party/b\" }\n")},
       {"third_party/b/hull.toml",
        package("b", "version.workspace = true\n[profile.dev]\nopt-level = 1\n")}});
  auto workspace = files.load();
  ASSERT_LOADED(workspace);
  EXPECT_EQ(names(*workspace), (Strings{"a", "b (used)"}));
  EXPECT_EQ(workspace->find("b")->version, "4.0.0");
  EXPECT_EQ(workspace->profiles.at("dev").opt_level, "0");
}

TEST(Workspace, ProjectBelowAWorkspaceStandsAlone) {
  WrittenFiles files({{"hull.toml", "[workspace]\nmembers = [\"a\"]\nexclude = [\"old\"]\n"},
                      {"a/hull.toml", package("a", "[dependencies]\nused = { path = \"../used\" }\n")},
                      {"used/hull.toml", package("used")},
                      {"scratch/hull.toml", package("scratch")},
                      {"old/hull.toml", package("old")}});
  for (std::string alone : {"scratch", "old"}) {
    auto workspace = files.load(alone);
    ASSERT_LOADED(workspace);
    EXPECT_EQ(workspace->root, files.at(alone));
    EXPECT_EQ(names(*workspace), (Strings{alone}));
  }
  auto used = files.load("used");
  ASSERT_LOADED(used);
  EXPECT_EQ(used->root, files.at("."));
  EXPECT_EQ(default_names(*used), (Strings{"used"}));
  EXPECT_EQ(names(*used), (Strings{"a", "used (used)"}));
}

TEST(Workspace, WorkspaceThatDoesNotLoadLeavesAProjectBelowAlone) {
  WrittenFiles files(
      {{"hull.toml", "[workspace]\nmembers = [\"gone\"]\n"}, {"scratch/hull.toml", package("scratch")}});
  auto workspace = files.load("scratch");
  ASSERT_LOADED(workspace);
  EXPECT_EQ(workspace->root, files.at("scratch"));
}

TEST(Workspace, RootOfAPortLiesElsewhere) {
  WrittenFiles files(
      {{"ports/z/hull.toml", package("z", "root = \"../../upstream\"\n")}, {"upstream/z.c", ""}});
  auto workspace = files.load("ports/z");
  ASSERT_LOADED(workspace);
  const Package& z = workspace->packages[0];
  EXPECT_EQ(z.root, files.at("upstream"));
  EXPECT_EQ(z.directory, files.at("ports/z"));
  ASSERT_EQ(z.targets.size(), 1u);
  EXPECT_EQ(z.targets[0].sources[0].value, "z.c");
  EXPECT_EQ(z.listed_directories, (Strings{files.at("upstream")}));
}

TEST(Workspace, ManyManifestsLoadQuickly) {
  WrittenFiles files(
      {{"hull.toml", "[workspace]\nmembers = [\"src/*\"]\n[workspace.package]\nversion = \"1.0.0\"\n"}});
  for (int i = 0; i < 20; ++i) {
    std::string name = "p" + std::to_string(i);
    std::string dependency = i == 0 ? ""
                                    : "[dependencies]\np" + std::to_string(i - 1) + " = { path = \"../p" +
                                          std::to_string(i - 1) + "\" }\n";
    files.add({{"src/" + name + "/hull.toml", package(name, "version.workspace = true\n" + dependency)}});
    for (int j = 0; j < 10; ++j) files.add({{"src/" + name + "/f" + std::to_string(j) + ".cc", ""}});
  }
  // Each directory is listed once: the root's members, and each package's own.
  auto workspace = files.load();
  ASSERT_LOADED(workspace);
  EXPECT_EQ(workspace->packages.size(), 20u);
  EXPECT_EQ(workspace->listed_directories.size(), 1u);
  for (const Package& one : workspace->packages) EXPECT_EQ(one.listed_directories.size(), 1u);
}

}  // namespace
}  // namespace hull::manifest
