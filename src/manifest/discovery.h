// Which manifests there are, and which of them is the root of a workspace.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "manifest/toml_document.h"

namespace hull::manifest {

inline constexpr std::string_view kManifestName = "hull.toml";

/// Reads and parses manifests, each once, and remembers which were asked for.
class ManifestFiles {
 public:
  /// Diagnostics name files as seen from `working_directory` (absolute).
  explicit ManifestFiles(std::string working_directory) : working_directory_(std::move(working_directory)) {}

  /// The document at `path` (absolute). Errors: it cannot be read, or is not TOML.
  Result<const Document*> read(const std::string& path);
  /// True when there is a manifest at `path`.
  bool has(const std::string& path);

  const std::string& working_directory() const { return working_directory_; }
  /// Manifests that were looked for in vain.
  std::vector<std::string> absent() const { return {absent_.begin(), absent_.end()}; }
  /// Manifests that were read.
  std::vector<std::string> paths() const;

 private:
  std::string working_directory_;
  std::map<std::string, std::unique_ptr<Document>> documents_;
  std::set<std::string> absent_;
};

/// The manifest that `start` stands for: itself, or the nearest in the directory `start` or above it.
/// Errors (usage): there is none.
Result<std::string> find_start(ManifestFiles& files, const std::string& start);

/// The manifests above `directory` that have a [workspace], nearest first.
Result<std::vector<std::string>> workspaces_above(ManifestFiles& files, std::string_view directory);

/// How a directory stands to a workspace above it.
enum class Standing { Member, Excluded, Unlisted };

/// How `directory` stands to the `workspace` whose manifest is in the directory `root`.
Standing standing(const Document& workspace, std::string_view root, std::string_view directory);

}  // namespace hull::manifest
