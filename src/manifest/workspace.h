// Finding and reading the manifests that are built together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "manifest/model.h"

namespace hull::manifest {


/// The workspace that `start` (a directory, or a path to a hull.toml) belongs to: the nearest
/// hull.toml upwards, and the nearest above it whose [workspace] has it as a member. Reads members and,
/// transitively, path dependencies; fills inherited values and profiles.
/// Errors: no hull.toml found; any manifest's error; a member glob that matches nothing; two packages of
/// one name; a dependency path without hull.toml or with another package name; a cycle of packages (named).
Result<Workspace> load_workspace(const std::string& start);

/// The package as it is for one configuration: conditionals that hold are merged in, optional
/// dependencies that no feature enables are left out, targets whose required features are off are left out.
Result<Package> configured(const Package& package, const CfgContext& context,
                           const std::vector<std::string>& features);

/// Which features are on, per package name, for the given command line: `default` unless
/// switched off, `--features`, and what dependents ask for; additive over the workspace.
struct FeatureRequest {
  std::vector<std::string> features;   ///< "name" for the selected packages, or "package/name".
  bool all = false;
  bool no_default = false;
};
Result<std::map<std::string, std::vector<std::string>>> activate_features(
    const Workspace& workspace, const std::vector<std::size_t>& selected, const FeatureRequest& request);

}  // namespace hull::manifest
