// `hull install`: a built workspace laid out for other programs and build systems.
//
//   bin/<bin>                               binaries
//   include/...                             public headers of libraries
//   lib/lib<lib>.a, lib/lib<lib>.so*        archives, shared objects with their soname links
//   lib/pkgconfig/<lib>.pc                  for pkg-config
//   lib/cmake/<package>/                    for CMake's find_package: targets <package>::<lib>
//
// Nothing written names the build directory, and the pkg-config and CMake files find the prefix from where
// they stand, so the tree may be moved. Libraries that an installed library links come along.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "manifest/workspace.h"
#include "plan/plan.h"

namespace hull::tool {

struct InstallRequest {
  std::string prefix;          ///< Absolute: where the files will be used.
  std::string destdir;         ///< Absolute or empty: put before the prefix while copying.
  std::string libdir = "lib";  ///< Below the prefix.
};

/// Copies what is wanted in `plan` (which must be built). Gives the files written, in order, as they will be
/// named when in use (without destdir). Errors: a file that cannot be written; two headers with one place.
Result<std::vector<std::string>> install(const manifest::Workspace& workspace, const plan::Plan& plan,
                                         const InstallRequest& request);

}  // namespace hull::tool
