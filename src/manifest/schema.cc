#include "manifest/schema.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hull::manifest {
namespace {

using Keys = std::string_view;

constexpr Keys kManifestKeys[] = {
    "package",          "lib",       "bin",      "test",    "bench",     "example", "dependencies",
    "dev-dependencies", "features",  "target",   "profile", "toolchain", "safety",  "image",
    "generate",         "configure", "workspace"};

constexpr Keys kPackageKeys[] = {"name",        "version",   "standard",    "c-standard",  "license",
                                 "description", "homepage",  "repository",  "authors",     "keywords",
                                 "readme",      "root",      "default-run", "warnings",    "autolib",
                                 "autobins",    "autotests", "autobenches", "autoexamples"};

constexpr Keys kWorkspacePackageKeys[] = {"version",     "standard", "c-standard", "license",
                                          "description", "homepage", "repository", "authors",
                                          "keywords",    "readme",   "warnings"};

constexpr Keys kSafetyKeys[] = {"memory", "threads", "profile", "models"};
constexpr Keys kImageKeys[] = {"max-size"};
constexpr Keys kToolchainKeys[] = {"cxx", "cc", "stdlib", "linker"};
constexpr Keys kWorkspaceKeys[] = {"members", "exclude", "default-members", "package", "dependencies"};

constexpr Keys kProfileKeys[] = {"inherits",  "opt-level",  "debug",    "lto",   "assertions",
                                 "hardening", "strip",      "sanitize", "flags", "c-flags",
                                 "cxx-flags", "link-flags", "defines"};

// What a compile or link gets; part of every target table.
#define HULL_SETTINGS "includes", "defines", "flags", "c-flags", "cxx-flags", "link-flags", "links"
#define HULL_TARGET \
  "name", "sources", "exclude", HULL_SETTINGS, "standard", "c-standard", "required-features", "uses"

constexpr Keys kPublicKeys[] = {HULL_SETTINGS};
constexpr Keys kLibKeys[] = {HULL_TARGET, "kind", "headers", "public", "soversion", "test"};
constexpr Keys kBinKeys[] = {HULL_TARGET};
constexpr Keys kProgramKeys[] = {HULL_TARGET, "each"};
constexpr Keys kTestKeys[] = {HULL_TARGET, "each",    "args",     "env",    "working-directory",
                              "timeout",   "harness", "parallel", "program"};
constexpr Keys kOverlayKeys[] = {"name", "sources", "exclude", HULL_SETTINGS, "public"};

#undef HULL_TARGET
#undef HULL_SETTINGS

constexpr Keys kDependencyKeys[] = {
    "path",     "system", "git",     "tag",     "branch",  "rev",      "archive",
    "sha256",   "build",  "options", "debian",  "version", "features", "default-features",
    "optional", "public", "libs",    "package", "static",  "workspace"};
constexpr Keys kInheritedDependencyKeys[] = {
    "workspace", "features", "default-features", "optional", "public", "libs", "static"};

constexpr Keys kFeatureKeys[] = {"enables", "define"};

constexpr Keys kGenerateKeys[] = {"command",   "inputs",  "extra-inputs", "outputs",
                                  "stdout-to", "depfile", "description",  "env"};
constexpr Keys kConfigureKeys[] = {"template", "output", "values", "probes"};
constexpr Keys kProbeKeys[] = {"header", "symbol",  "type",    "sizeof",    "compiles", "links",
                               "flag",   "library", "headers", "libraries", "flags",    "language"};
constexpr Keys kConditionalKeys[] = {"dependencies", "dev-dependencies", "lib", "bin", "test",
                                     "bench",        "example"};

/// What other build tools call a thing, and what it is called here.
constexpr std::array<std::pair<Keys, Keys>, 34> kForeignNames{{
    {"edition", "standard"},
    {"std", "standard"},
    {"cxx-standard", "standard"},
    {"cpp-standard", "standard"},
    {"c-std", "c-standard"},
    {"crate-type", "kind"},
    {"type", "kind"},
    {"src", "sources"},
    {"srcs", "sources"},
    {"files", "sources"},
    {"path", "sources"},
    {"hdrs", "headers"},
    {"include-dirs", "includes"},
    {"include-directories", "includes"},
    {"include", "includes"},
    {"definitions", "defines"},
    {"macros", "defines"},
    {"cflags", "c-flags"},
    {"cxxflags", "cxx-flags"},
    {"cpp-flags", "cxx-flags"},
    {"copts", "flags"},
    {"compile-flags", "flags"},
    {"ldflags", "link-flags"},
    {"linkopts", "link-flags"},
    {"link-libraries", "links"},
    {"libraries", "links"},
    {"deps", "dependencies"},
    {"url", "archive"},
    {"pkg-config", "system"},
    {"pkgconfig", "system"},
    {"debug-assertions", "assertions"},
    {"optimization", "opt-level"},
    {"env-vars", "env"},
    {"serial", "parallel"},
}};

}  // namespace

namespace schema {
const TableSchema kManifest{"hull.toml", kManifestKeys};
const TableSchema kPackage{"[package]", kPackageKeys};
const TableSchema kSafety{"[safety]", kSafetyKeys};
const TableSchema kImage{"[image]", kImageKeys};
const TableSchema kToolchain{"[toolchain]", kToolchainKeys};
const TableSchema kProfile{"a profile", kProfileKeys};
const TableSchema kWorkspace{"[workspace]", kWorkspaceKeys};
const TableSchema kWorkspacePackage{"[workspace.package]", kWorkspacePackageKeys};
const TableSchema kLib{"[lib]", kLibKeys};
const TableSchema kBin{"[[bin]]", kBinKeys};
const TableSchema kTest{"[[test]]", kTestKeys};
const TableSchema kBench{"[[bench]]", kProgramKeys};
const TableSchema kExample{"[[example]]", kProgramKeys};
const TableSchema kOverlay{"a conditional target", kOverlayKeys};
const TableSchema kPublic{"`public`", kPublicKeys};
const TableSchema kDependency{"a dependency", kDependencyKeys};
const TableSchema kInheritedDependency{"a dependency with `workspace = true`", kInheritedDependencyKeys};
const TableSchema kFeature{"a feature", kFeatureKeys};
const TableSchema kGenerate{"[[generate]]", kGenerateKeys};
const TableSchema kConfigure{"[[configure]]", kConfigureKeys};
const TableSchema kProbe{"a probe", kProbeKeys};
const TableSchema kConditional{"a [target.'cfg(...)'] table", kConditionalKeys};
}  // namespace schema

bool TableSchema::knows(std::string_view key) const { return std::ranges::find(keys, key) != keys.end(); }

std::span<const TableSchema* const> all_schemas() {
  using namespace schema;
  static constexpr const TableSchema* kAll[] = {&kManifest,
                                                &kPackage,
                                                &kSafety,
                                                &kImage,
                                                &kToolchain,
                                                &kProfile,
                                                &kWorkspace,
                                                &kWorkspacePackage,
                                                &kLib,
                                                &kBin,
                                                &kTest,
                                                &kBench,
                                                &kExample,
                                                &kOverlay,
                                                &kPublic,
                                                &kDependency,
                                                &kInheritedDependency,
                                                &kFeature,
                                                &kGenerate,
                                                &kConfigure,
                                                &kProbe,
                                                &kConditional};
  return kAll;
}

std::string_view meant_key(const TableSchema& schema, std::string_view key) {
  for (const auto& [foreign, ours] : kForeignNames) {
    if (foreign == key && schema.knows(ours)) return ours;
  }
  auto near = did_you_mean(key, schema.keys);
  if (!near) return {};
  return *std::ranges::find(schema.keys, std::string_view(*near));
}

}  // namespace hull::manifest
