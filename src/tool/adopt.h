// `hull init` in a directory that has sources: a manifest that builds them.
//
// What is known comes from compile_commands.json when there is one (include directories, defines and
// standard of every file), else from the sources themselves (which quoted includes are found where). Files
// are grouped by directory: a file with `main` is a program, the others of its directory a library.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace hull::tool {

struct Adopted {
  std::string manifest;            ///< The text of hull.toml.
  std::string summary;             ///< "2 libraries, 1 binary and 3 tests in 14 sources".
  std::vector<std::string> notes;  ///< What a person should look at.
};

/// A manifest named `name` for what is in `directory` (absolute); nullopt when there are no sources.
/// Errors: a directory that cannot be read, a compile_commands.json that is not one.
Result<std::optional<Adopted>> adopt(const std::string& directory, const std::string& name);

}  // namespace hull::tool
