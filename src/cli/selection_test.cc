#include "cli/selection.h"

#include <gtest/gtest.h>

namespace hull::cli {
namespace {

manifest::Workspace workspace() {
  manifest::Workspace workspace;
  for (const char* name : {"core", "net", "net-tls", "outside"}) {
    manifest::Package package;
    package.name = name;
    package.member = package.name != "outside";
    workspace.packages.push_back(package);
  }
  workspace.default_members = {1};
  manifest::Profile dev, release, test, bench, small;
  release.name = "release";
  release.opt_level = "2";
  test.name = "test";
  bench = release;
  bench.name = "bench";
  small.name = "small";
  workspace.profiles = {
      {"dev", dev}, {"release", release}, {"test", test}, {"bench", bench}, {"small", small}};
  return workspace;
}

TEST(SelectedPackages, FollowTheCommandLine) {
  struct Case {
    Options options;
    std::vector<std::size_t> expected;
  };
  const std::vector<Case> cases = {
      {{}, {1}},
      {{.packages = {"core"}}, {0}},
      {{.packages = {"net*", "core"}}, {0, 1, 2}},
      {{.packages = {"net", "net"}}, {1}},
      {{.packages = {"outside"}}, {3}},
      {{.workspace = true}, {0, 1, 2}},
      {{.excluded = {"net*"}, .workspace = true}, {0}},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto selected = selected_packages(workspace(), cases[i].options);
    ASSERT_TRUE(selected) << i;
    EXPECT_EQ(*selected, cases[i].expected) << i;
  }
}

TEST(SelectedPackages, NameWhatIsNotThere) {
  const auto typo = selected_packages(workspace(), {.packages = {"croe"}});
  ASSERT_FALSE(typo);
  EXPECT_EQ(typo.error().message, "no package is called `croe` in this workspace");
  EXPECT_EQ(typo.error().help.front(), "did you mean `core`?");
  const auto glob = selected_packages(workspace(), {.packages = {"x*"}});
  ASSERT_FALSE(glob);
  EXPECT_EQ(glob.error().message, "no package matches `x*` in this workspace");
  EXPECT_EQ(glob.error().help.front(), "there are `core`, `net`, `net-tls` or `outside`");
}

TEST(TargetFilter, IsTheDefaultUnlessSomethingIsSaid) {
  plan::TargetFilter tests;
  tests.tests = true;
  EXPECT_TRUE(target_filter({}, tests).tests);
  EXPECT_TRUE(target_filter({}, {}).bins);

  const auto lib = target_filter({.lib = true}, {});
  EXPECT_TRUE(lib.lib_only && lib.libs);
  EXPECT_FALSE(lib.bins);
  const auto named = target_filter({.bins = {"a"}}, tests);
  EXPECT_EQ(named.bin_names, (std::vector<std::string>{"a"}));
  EXPECT_FALSE(named.tests || named.libs);
  const auto all = target_filter({.all_targets = true}, {});
  EXPECT_TRUE(all.libs && all.bins && all.tests && all.benches && all.examples);
}

TEST(ChosenProfile, NamesItsDirectory) {
  struct Case {
    Options options;
    const char* otherwise;
    const char* name;
    const char* directory;
  };
  const std::vector<Case> cases = {
      {{}, "dev", "dev", "debug"},
      {{.release = true}, "dev", "release", "release"},
      {{.release = true, .profile = "release"}, "dev", "release", "release"},
      {{.profile = "debug"}, "release", "dev", "debug"},
      {{.profile = "small"}, "dev", "small", "small"},
      {{}, "test", "dev", "debug"},
      {{}, "bench", "release", "release"},
      {{.sanitize = {"undefined", "address", "address"}}, "dev", "dev", "debug-address+undefined"},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto chosen = chosen_profile(workspace(), cases[i].options, cases[i].otherwise);
    ASSERT_TRUE(chosen) << i;
    EXPECT_EQ(chosen->profile.name, cases[i].name) << i;
    EXPECT_EQ(chosen->directory, cases[i].directory) << i;
  }
}

TEST(ChosenProfile, ATestProfileThatDiffersStaysApart) {
  manifest::Workspace changed = workspace();
  changed.profiles["test"].opt_level = "1";
  const auto chosen = chosen_profile(changed, {}, "test");
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->profile.name, "test");
  EXPECT_EQ(chosen->directory, "test");
}

TEST(ChosenProfile, RefusesWhatCannotBe) {
  const auto typo = chosen_profile(workspace(), {.profile = "smal"}, "dev");
  ASSERT_FALSE(typo);
  EXPECT_EQ(typo.error().message, "no profile is called `smal`");
  EXPECT_EQ(typo.error().help.front(), "did you mean `small`?");
  const auto both = chosen_profile(workspace(), {.release = true, .profile = "small"}, "dev");
  ASSERT_FALSE(both);
  EXPECT_EQ(both.error().message, "`--release` and `--profile small` exclude each other");
  const auto mixed = chosen_profile(workspace(), {.sanitize = {"thread", "address"}}, "dev");
  ASSERT_FALSE(mixed);
  EXPECT_EQ(mixed.error().message, "the sanitizers thread and address cannot be in one program");
}

}  // namespace
}  // namespace hull::cli
