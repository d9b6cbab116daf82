// Which directories are members of a workspace.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "manifest/manifest.h"

namespace hull::manifest {

/// True when `directory` (relative to the workspace root, normal) is matched by one of `patterns`, an
/// entry each of `members` or `default-members`.
bool matches_any(const std::vector<std::string>& patterns, std::string_view directory);

/// True when `directory` is, or lies below, what one of `exclude` matches.
bool is_excluded(const std::vector<std::string>& exclude, std::string_view directory);

struct FoundMembers {
  std::vector<std::string> directories;  ///< Absolute, each once: in written order, and sorted within a glob.
  std::vector<std::string> listed;  ///< Directories whose listings decided it; absolute.
  std::vector<std::string> absent;  ///< Manifests that were looked for and are not there; absolute.
};

/// The directories with a hull.toml that `members` names. Globs enter neither hidden directories nor
/// those called "target", and pass over directories without a manifest.
/// Errors (usage, at the entry): a glob that finds no member, a plain path without a hull.toml.
Result<FoundMembers> find_members(const std::string& root, const WorkspaceTable& workspace);

}  // namespace hull::manifest
