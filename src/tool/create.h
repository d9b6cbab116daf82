// `hull new`: the files of a new package.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace hull::tool {

enum class Vcs {
  Auto,  ///< Git, when it is installed and the directory is in no repository yet.
  Git,
  None,
};

/// "git", "none"; anything else is Auto.
Vcs vcs_named(std::string_view name);

struct NewPackage {
  std::string directory;  ///< Absolute; made when it is not there.
  std::string name;
  bool library = false;
  Vcs vcs = Vcs::Auto;
};

/// The name of a package in `directory`: `wanted` when not empty, else the directory's. Errors: it is no
/// package name ([a-z][a-z0-9_-]*); suggests one that is.
Result<std::string> package_name(const std::string& wanted, const std::string& directory);

/// Writes hull.toml, sources, a test (library) and .gitignore; runs `git init`. Files that exist stay.
Result<void> create_package(const NewPackage& package);

}  // namespace hull::tool
