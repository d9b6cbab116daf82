// Packages of a workspace and the path dependencies between them.
#pragma once

#include "base/result.h"
#include "manifest/model.h"

namespace hull::manifest {

/// The name that a dependency's package has in its own manifest.
const std::string& package_name(const Dependency& dependency);

/// Checks what only all packages together can tell.
/// Errors (usage): two packages of one name, packages that depend on each other in a circle, features
/// and libraries asked of a path dependency that it does not have.
Result<void> check_packages(const Workspace& workspace);

}  // namespace hull::manifest
