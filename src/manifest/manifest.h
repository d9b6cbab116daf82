// One manifest as written: text -> typed values, without a look at the disk.
//
// What only the disk can tell (targets by convention, members, path dependencies) is added by
// conventions.h and workspace.h.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "manifest/model.h"
#include "manifest/toml_document.h"

namespace hull::manifest {

/// A target's table, and which of the keys that have a convention were written in it.
struct WrittenTarget {
  Target target;
  bool each = false;  ///< A target for every source, called like it; `target.name` is empty.
  bool has_sources = false;
  bool has_kind = false;
  bool has_headers = false;
  bool has_includes = false;
  bool has_public_includes = false;
};

/// Which conventions [package] leaves on.
struct Automatic {
  bool lib = true, bins = true, tests = true, benches = true, examples = true;
};

/// `[workspace]`.
struct WorkspaceTable {
  Span span;
  std::vector<Text> members, exclude;
  std::optional<std::vector<Text>> default_members;
  Value package;                          ///< [workspace.package], checked.
  std::vector<Dependency> dependencies;   ///< [workspace.dependencies]; paths are absolute.
};

struct Manifest {
  std::string path;                       ///< Absolute.
  bool has_package = false;
  Package package;                        ///< `targets` is empty; they are in the next field.
  std::vector<WrittenTarget> targets;
  Automatic automatic;
  std::optional<Text> root;               ///< [package] root as written.
  std::optional<Span> root_only;          ///< The first table that only a workspace root may have.
  std::optional<WorkspaceTable> workspace;
  std::map<std::string, Profile> profiles;  ///< Resolved; always has dev, release, test and bench.
  ToolchainRequest toolchain;
  std::optional<Safety> safety;
};

/// What `key.workspace = true` takes its value from.
struct Inherited {
  std::string manifest_path;
  const WorkspaceTable* workspace = nullptr;
};

/// Reads the manifest at `path` (absolute) from its text. `inherited` is the workspace that it
/// belongs to, if any; a manifest with [workspace] inherits from itself.
/// Errors (usage): whatever is wrong with the text, with its place.
Result<Manifest> read_manifest(const Document& document, const std::string& path,
                               const std::optional<Inherited>& inherited);

}  // namespace hull::manifest
