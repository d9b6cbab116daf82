// Inputs that an action turned out to have.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/string_hash.h"
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
  FileId resolve(std::string_view spelling);
  FileId work_out(std::string_view spelling);

  FileTable& files_;
  const Disk& disk_;
  /// What a spelling that is a path of the table by itself stands for; kNoFile until it is worked out.
  std::vector<FileId> meant_;
  /// The spellings that are not.
  std::unordered_map<std::string, FileId, StringHash, std::equal_to<>> known_;
};

}  // namespace hull::engine
