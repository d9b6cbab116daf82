// Inputs that an action turned out to have.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "engine/action.h"
#include "engine/disk.h"

namespace hull::engine {

/// Turns the paths of depfiles into FileIds: relative to the root when inside it, and lexically normal, unless a
/// symbolic link makes `a/..` something else than nothing. Remembers each spelling, so that a header that
/// thousands of units read is worked out once.
class DiscoveredPaths {
 public:
  DiscoveredPaths(FileTable& files, const Disk& disk) : files_(files), disk_(disk) {}

  /// The inputs named by the depfile at `path`. Errors: it is missing or no depfile.
  Result<std::vector<FileId>> read(std::string_view depfile);
  /// The inputs named in `path`, one per line (late inputs).
  Result<std::vector<FileId>> read_lines(std::string_view path);

 private:
  FileId resolve(const std::string& spelling);

  FileTable& files_;
  const Disk& disk_;
  std::unordered_map<std::string, FileId> known_;
};

}  // namespace hull::engine
