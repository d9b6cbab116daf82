// Readers of the tables of hull.toml, one function per table; manifest.cc puts them together.
//
// None of them fails: problems are noted (see table_reader.h) and the value is what could be read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "manifest/model.h"
#include "manifest/table_reader.h"

namespace hull::manifest {

/// What reading a dependency needs to know.
struct DependencyContext {
  std::string directory;                     ///< Of the manifest.
  const std::optional<Inherited>* inherited = nullptr;  ///< Null inside [workspace.dependencies].
  bool absolute_paths = false;               ///< Make `path` absolute ([workspace.dependencies]).
};

/// `defines`: a table or an array of "NAME" and "NAME=VALUE".
Defines read_defines(TableReader& table);
/// The keys of Settings in `table`.
Settings read_settings(TableReader& table);
/// `public = { ... }` in `table`.
Settings read_public(TableReader& table);

/// [lib], [[bin]], ... tables of one kind. `package` names a lib or bin without `name`.
std::vector<WrittenTarget> read_targets(TableReader& manifest, TargetKind kind, std::string_view package);
/// The key of a kind: "lib", "bin", ...
std::string_view target_key(TargetKind kind);
/// Every kind, in the order of Package::targets.
std::span<const TargetKind> target_kinds();
/// Target tables below [target.'cfg(...)'].
std::vector<Conditional::Overlay> read_overlays(TableReader& conditional, TargetKind kind);

/// A table of dependencies: [dependencies] and its relatives.
std::vector<Dependency> read_dependencies(TableReader& table, std::string_view key,
                                          const DependencyContext& context);

std::vector<Generate> read_generates(TableReader& manifest);
std::vector<Configure> read_configures(TableReader& manifest);

/// [profile.*], with inheritance resolved; always has the built-in ones.
std::map<std::string, Profile> read_profiles(TableReader& manifest);

/// [package] into `manifest`.
void read_package(const Member& member, const std::optional<Inherited>& inherited, Problems& problems,
                  Manifest& manifest);
/// [workspace.package]; the values are checked and thrown away, since a package reads them again.
void check_workspace_package(const Member& member, Problems& problems);

std::optional<Safety> read_safety(TableReader& manifest);
Image read_image(TableReader& manifest);
ToolchainRequest read_toolchain(TableReader& manifest);
std::vector<Feature> read_features(TableReader& manifest);

}  // namespace hull::manifest
