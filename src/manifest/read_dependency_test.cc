// Dependencies in all their forms, and what is inherited from a workspace.
#include <gtest/gtest.h>

#include "manifest/written_files.h"

namespace hull::manifest {
namespace {

TEST(Dependencies, Forms) {
  Manifest manifest = read_ok(R"(
[package]
name = "a"
[dependencies]
fmt = "10.2"
json = { git = "https://example.org/json.git", tag = "v3" }
json2 = { git = "https://example.org/json.git", branch = "main" }
json3 = { git = "https://example.org/json.git", rev = "abc" }
zlib = { debian = "zlib1g-dev" }
llvm = { system = "llvm-config-19", static = true }
ssl = { system = ["libssl", "libcrypto"] }
ver = { version = ">=1, <2" }
[dependencies.core]
path = "../core"
version = "^1"
features = ["x"]
default-features = false
optional = true
public = false
libs = ["l"]
package = "kernel"
[dependencies.zstd]
archive = "https://example.org/zstd.tar.gz"
sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
build = "cmake"
options = { TESTS = "OFF", N = 3, B = true }
[dev-dependencies]
gtest = { system = "gtest_main" }
)");
  EXPECT_EQ(manifest.package.dependencies.size(), 10u);
  std::map<std::string, Dependency> deps;
  for (const Dependency& one : manifest.package.dependencies) deps[one.name] = one;
  EXPECT_EQ(std::get<RegistrySource>(deps["fmt"].source).requirement.value, "10.2");
  const Dependency& core = deps["core"];
  EXPECT_EQ(core.name, "core");
  EXPECT_EQ(core.package, "kernel");
  EXPECT_EQ(core.span.begin, (Location{13, 15}));
  EXPECT_EQ(std::get<PathSource>(core.source).path.value, "../core");
  EXPECT_EQ(std::get<PathSource>(core.source).path.span.begin, (Location{14, 8}));
  EXPECT_EQ(core.version->value, "^1");
  EXPECT_EQ(values(core.features), (Strings{"x"}));
  EXPECT_FALSE(core.default_features);
  EXPECT_TRUE(core.optional);
  EXPECT_FALSE(core.exported);
  EXPECT_EQ(values(*core.libs), (Strings{"l"}));
  EXPECT_EQ(std::get<GitSource>(deps["json"].source).url.value, "https://example.org/json.git");
  EXPECT_EQ(std::get<GitSource>(deps["json"].source).tag, "v3");
  EXPECT_EQ(std::get<GitSource>(deps["json2"].source).branch, "main");
  EXPECT_EQ(std::get<GitSource>(deps["json3"].source).rev, "abc");
  const auto& archive = std::get<ArchiveSource>(deps["zstd"].source);
  EXPECT_EQ(archive.url.value, "https://example.org/zstd.tar.gz");
  EXPECT_EQ(archive.build, "cmake");
  EXPECT_EQ(archive.options, (std::map<std::string, std::string>{{"TESTS", "OFF"}, {"N", "3"}, {"B", "ON"}}));
  EXPECT_EQ(std::get<DebianSource>(deps["zlib"].source).package.value, "zlib1g-dev");
  EXPECT_EQ(values(std::get<SystemSource>(deps["llvm"].source).modules), (Strings{"llvm-config-19"}));
  EXPECT_EQ(deps["llvm"].static_link, true);
  EXPECT_EQ(values(std::get<SystemSource>(deps["ssl"].source).modules), (Strings{"libssl", "libcrypto"}));
  EXPECT_EQ(deps["ssl"].static_link, std::nullopt);
  EXPECT_EQ(std::get<RegistrySource>(deps["ver"].source).requirement.value, ">=1, <2");
  ASSERT_EQ(manifest.package.dev_dependencies.size(), 1u);
  EXPECT_EQ(manifest.package.dev_dependencies[0].name, "gtest");
}

TEST(Inheritance, WorkspaceValuesAreInherited) {
  Manifest manifest = read_ok(R"(
[workspace.package]
version = "2.0.0"
standard = "c++23"
authors = ["me"]
warnings = "none"
[workspace.dependencies]
fmt = { version = "10", features = ["a"], public = false }
core = { path = "libs/core" }
[package]
name = "a"
version.workspace = true
standard = { workspace = true }
authors.workspace = true
warnings.workspace = true
[dependencies]
fmt = { workspace = true, features = ["b"], optional = true }
core.workspace = true
)");
  const Package& package = manifest.package;
  EXPECT_EQ(package.version, "2.0.0");
  EXPECT_EQ(package.standard, "c++23");
  EXPECT_EQ(package.authors, (Strings{"me"}));
  EXPECT_EQ(package.warnings, Warnings::None);
  ASSERT_EQ(package.dependencies.size(), 2u);
  EXPECT_EQ(std::get<RegistrySource>(package.dependencies[0].source).requirement.value, "10");
  EXPECT_EQ(values(package.dependencies[0].features), (Strings{"a", "b"}));
  EXPECT_TRUE(package.dependencies[0].optional);
  EXPECT_FALSE(package.dependencies[0].exported);
  EXPECT_EQ(package.dependencies[0].span.begin, (Location{17, 1}));
  EXPECT_EQ(std::get<PathSource>(package.dependencies[1].source).path.value, "/w/libs/core");
}

}  // namespace
}  // namespace hull::manifest
