// What stands in a package's directories, as far as conventions ask.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::manifest {

/// Source files by the directory that gives them their role. Paths are relative to the package root
/// and sorted; files that are no sources are left out.
struct SourceTree {
  bool has_src = false;
  bool has_include = false;
  bool has_flat_headers = false;        ///< Headers directly in the root.
  std::vector<std::string> flat;        ///< Directly in the root.
  std::vector<std::string> src;         ///< Below src/, at any depth.
  std::vector<std::string> tests, benches, examples;  ///< Directly in the directories of these names.
  std::vector<std::string> listed;      ///< Directories whose listings decided the above; absolute.
};

/// Lists each directory of the convention below `root` (absolute) once. Errors: one of them cannot be read.
Result<SourceTree> look_at(const std::string& root);

/// True when `path` has the extension of a translation unit: .cc .cpp .cxx .c .cppm .ixx .S and their kin.
bool is_source(std::string_view path);

}  // namespace hull::manifest
