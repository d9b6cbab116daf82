// Features and conditions: what is on, and what a package is then.
#include <gtest/gtest.h>

#include "manifest/written_files.h"

namespace hull::manifest {
namespace {

using Active = std::map<std::string, Strings>;

std::string package(const std::string& name, const std::string& rest = "") {
  return "[package]\nname = \"" + name + "\"\n" + rest;
}

/// Features that are on for `request` of the package at the root of `files`.
Active active(const WrittenFiles& files, const FeatureRequest& request) {
  auto workspace = files.load();
  if (!workspace) {
    ADD_FAILURE() << render(workspace.error(), false);
    return {};
  }
  auto result = activate_features(*workspace, workspace->default_members, request);
  if (!result) {
    ADD_FAILURE() << render(result.error(), false);
    return {};
  }
  return *result;
}

std::string activation_error(const WrittenFiles& files, const FeatureRequest& request) {
  auto workspace = files.load();
  if (!workspace) return render(workspace.error(), false);
  auto result = activate_features(*workspace, workspace->default_members, request);
  return result ? "no error" : render(result.error(), false);
}

TEST(Features, DefaultIsOnUnlessSwitchedOff) {
  WrittenFiles files(
      {{"hull.toml", package("a", "[features]\ndefault = [\"x\"]\nx = [\"y\"]\ny = []\nz = []\n")}});
  EXPECT_EQ(active(files, {}), (Active{{"a", {"default", "x", "y"}}}));
  EXPECT_EQ(active(files, {.features = {}, .no_default = true}), (Active{{"a", {}}}));
  EXPECT_EQ(active(files, {.features = {"z"}, .no_default = true}), (Active{{"a", {"z"}}}));
  EXPECT_EQ(active(files, {.features = {"a/x"}, .no_default = true}), (Active{{"a", {"x", "y"}}}));
  EXPECT_EQ(active(files, {.features = {}, .all = true}), (Active{{"a", {"default", "x", "y", "z"}}}));
}

TEST(Features, CirclesEnd) {
  WrittenFiles files(
      {{"hull.toml", package("a", "[features]\ndefault = [\"x\"]\nx = [\"y\"]\ny = [\"x\"]\n")}});
  EXPECT_EQ(active(files, {}), (Active{{"a", {"default", "x", "y"}}}));
}

TEST(Features, DependentsAskAndWhatTheyAskAddsUp) {
  WrittenFiles files(
      {{"hull.toml", package("app",
                             "[workspace]\n[dependencies]\nb = { path = \"b\", features = [\"one\"] }\n"
                             "c = { path = \"c\", default-features = false }\n")},
       {"b/hull.toml",
        package("b", "[features]\ndefault = [\"base\"]\nbase = []\none = []\ntwo = []\nthree = []\n")},
       {"c/hull.toml",
        package("c",
                "[features]\ndefault = [\"x\"]\nx = []\n[dependencies]\n"
                "b = { path = \"../b\", features = [\"two\"], default-features = false }\n")}});
  EXPECT_EQ(active(files, {}), (Active{{"app", {}}, {"b", {"base", "default", "one", "two"}}, {"c", {}}}));
}

TEST(Features, OptionalDependencies) {
  WrittenFiles files(
      {{"hull.toml",
        package("a",
                "[workspace]\n[features]\ntls = [\"dep:b\"]\nfast = [\"b/simd\"]\nweak = [\"b?/simd\"]\n"
                "[dependencies]\nb = { path = \"b\", optional = true }\n")},
       {"b/hull.toml", package("b", "[features]\nsimd = []\ndefault = []\n")}});
  EXPECT_EQ(active(files, {}), (Active{{"a", {}}, {"b", {}}}));
  EXPECT_EQ(active(files, {.features = {"tls"}}), (Active{{"a", {"tls"}}, {"b", {"default"}}}));
  EXPECT_EQ(active(files, {.features = {"fast"}}), (Active{{"a", {"fast"}}, {"b", {"default", "simd"}}}));
  EXPECT_EQ(active(files, {.features = {"weak"}}), (Active{{"a", {"weak"}}, {"b", {}}}));
  EXPECT_EQ(active(files, {.features = {"weak", "tls"}}),
            (Active{{"a", {"tls", "weak"}}, {"b", {"default", "simd"}}}));
}

TEST(Features, OptionalDependencyIsAFeatureOfItsName) {
  WrittenFiles files(
      {{"hull.toml", package("a", "[workspace]\n[dependencies]\nb = { path = \"b\", optional = true }\n")},
       {"b/hull.toml", package("b", "[features]\ndefault = []\n")}});
  EXPECT_EQ(active(files, {.features = {"b"}}), (Active{{"a", {"b"}}, {"b", {"default"}}}));
}

TEST(Features, TestsOfSelectedPackagesAsk) {
  WrittenFiles files(
      {{"hull.toml",
        package("a", "[workspace]\n[dev-dependencies]\nb = { path = \"b\", features = [\"x\"] }\n")},
       {"b/hull.toml", package("b", "[features]\nx = []\n[dependencies]\nc = { path = \"../c\" }\n")},
       {"c/hull.toml", package("c", "[features]\ndefault = []\n")}});
  EXPECT_EQ(active(files, {}), (Active{{"a", {}}, {"b", {"x"}}, {"c", {"default"}}}));
}

TEST(Features, UnknownOnesAreErrors) {
  WrittenFiles files({{"hull.toml", package("a", "[features]\ntls = []\n")}});
  EXPECT_EQ(activation_error(files, {.features = {"tsl"}}),
            "error: package `a` has no feature `tsl`\n  = help: did you mean `tls`?\n");
  EXPECT_EQ(activation_error(files, {.features = {"a/quick"}}),
            "error: package `a` has no feature `quick`\n  = help: it has `tls`\n");
  EXPECT_EQ(activation_error(files, {.features = {"b/x"}}),
            "error: there is no package `b` in this workspace\n");
  WrittenFiles two({{"hull.toml", "[workspace]\nmembers = [\"a\", \"b\"]\n"},
                    {"a/hull.toml", package("a")},
                    {"b/hull.toml", package("b")}});
  EXPECT_EQ(activation_error(two, {.features = {"x"}}),
            "error: none of the selected packages has a feature `x`\n");
}

/// The package at the root of `files`, configured.
Package configured_package(const WrittenFiles& files, const CfgContext& context, const Strings& features) {
  auto workspace = files.load();
  if (!workspace) {
    ADD_FAILURE() << render(workspace.error(), false);
    return {};
  }
  auto result = configured(workspace->packages[0], context, features);
  if (!result) {
    ADD_FAILURE() << render(result.error(), false);
    return {};
  }
  return *result;
}

CfgContext linux_context() {
  CfgContext context;
  context.values["target_os"] = {"linux"};
  context.words = {"unix"};
  return context;
}

TEST(Configured, ConditionsThatHoldAreMerged) {
  WrittenFiles files({{"hull.toml", package("a", R"(
[lib]
sources = ["a.cc"]
defines = { A = 1, B = 1 }
[[bin]]
name = "x"
sources = ["x.cc"]
[[bin]]
name = "y"
sources = ["y.cc"]
[dependencies]
z = { system = "zlib" }
[target.'cfg(unix)'.dependencies]
z = { system = "zlib-ng" }
m = { system = "m" }
[target.'cfg(unix)'.lib]
sources = ["unix.cc"]
exclude = ["win.cc"]
includes = ["i"]
flags = ["-f"]
c-flags = ["-c"]
cxx-flags = ["-x"]
link-flags = ["-l"]
links = ["pthread"]
defines = { B = 2 }
public = { defines = { U = 1 } }
[[target.'cfg(unix)'.bin]]
links = ["dl"]
[[target.'cfg(unix)'.bin]]
name = "y"
flags = ["-y"]
[target.'cfg(target_os = "macos")'.lib]
sources = ["mac.cc"]
[target.'cfg(target_os = "macos")'.dependencies]
mac = { system = "mac" }
)")}});
  Package result = configured_package(files, linux_context(), {});
  ASSERT_EQ(result.targets.size(), 3u);
  const Target& lib = result.targets[0];
  EXPECT_EQ(values(lib.sources), (Strings{"a.cc", "unix.cc"}));
  EXPECT_EQ(values(lib.exclude), (Strings{"win.cc"}));
  EXPECT_EQ(lib.own.includes.back().value, "i");
  EXPECT_EQ(lib.own.flags, (Strings{"-f"}));
  EXPECT_EQ(lib.own.c_flags, (Strings{"-c"}));
  EXPECT_EQ(lib.own.cxx_flags, (Strings{"-x"}));
  EXPECT_EQ(lib.own.link_flags, (Strings{"-l"}));
  EXPECT_EQ(values(lib.own.links), (Strings{"pthread"}));
  EXPECT_EQ(lib.own.defines, (Defines{{"A", "1"}, {"B", "2"}}));
  EXPECT_EQ(lib.exported.defines, (Defines{{"U", "1"}}));
  EXPECT_EQ(values(result.targets[1].own.links), (Strings{"dl"}));
  EXPECT_EQ(result.targets[1].own.flags, Strings{});
  EXPECT_EQ(values(result.targets[2].own.links), (Strings{"dl"}));
  EXPECT_EQ(result.targets[2].own.flags, (Strings{"-y"}));
  ASSERT_EQ(result.dependencies.size(), 2u);
  EXPECT_EQ(std::get<SystemSource>(result.dependencies[0].source).modules[0].value, "zlib-ng");
  EXPECT_EQ(result.dependencies[1].name, "m");
  EXPECT_TRUE(result.conditionals.empty());
}

TEST(Configured, ConditionsMayAskForFeatures) {
  WrittenFiles files(
      {{"hull.toml", package("a",
                             "[features]\nfast = [\"simd\"]\nsimd = []\n"
                             "[target.'cfg(feature = \"simd\")'.bin]\nflags = [\"-msse4\"]\n")},
       {"main.cc", ""}});
  EXPECT_EQ(configured_package(files, {}, {}).targets[0].own.flags, Strings{});
  EXPECT_EQ(configured_package(files, {}, {"fast"}).targets[0].own.flags, (Strings{"-msse4"}));
}

TEST(Configured, OptionalDependenciesAndTargetsNeedTheirFeatures) {
  WrittenFiles files({{"hull.toml", package("a",
                                            "[features]\ntls = [\"dep:ssl\"]\ntool = []\n[dependencies]\n"
                                            "ssl = { system = \"openssl\", optional = true }\n"
                                            "lz4 = { system = \"lz4\", optional = true }\n"
                                            "[[bin]]\nname = \"t\"\nsources = [\"t.cc\"]\n"
                                            "required-features = [\"tls\", \"tool\"]\n")}});
  auto counts = [&](const Strings& features) {
    Package result = configured_package(files, {}, features);
    return std::pair(result.dependencies.size(), result.targets.size());
  };
  EXPECT_EQ(counts({}), std::pair(0uz, 0uz));
  EXPECT_EQ(counts({"tls"}), std::pair(1uz, 0uz));
  EXPECT_EQ(counts({"tls", "tool"}), std::pair(1uz, 1uz));
  EXPECT_EQ(counts({"lz4"}), std::pair(1uz, 0uz));
}

TEST(Configured, ConditionalSourcesMakeAHeaderOnlyLibOneToCompile) {
  WrittenFiles files({{"hull.toml", package("a", "[target.'cfg(unix)'.lib]\nsources = [\"src/unix.cc\"]\n")},
                      {"include/a.h", ""},
                      {"src/unix.cc", ""}});
  EXPECT_EQ(configured_package(files, {}, {}).targets[0].lib_kind, LibKind::HeaderOnly);
  Package result = configured_package(files, linux_context(), {});
  EXPECT_EQ(result.targets[0].lib_kind, LibKind::Static);
  EXPECT_EQ(values(result.targets[0].sources), (Strings{"src/unix.cc"}));
}

TEST(Configured, UnknownFeatureIsAnError) {
  WrittenFiles files({{"hull.toml", package("a")}});
  auto workspace = files.load();
  ASSERT_TRUE(workspace.has_value());
  auto result = configured(workspace->packages[0], {}, {"x"});
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().message, "package `a` has no feature `x`");
}

}  // namespace
}  // namespace hull::manifest
