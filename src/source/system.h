// `system` dependencies: libraries of the host, described by pkg-config modules or config tools.
// Not hermetic, and marked so in `hull metadata`.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "manifest/model.h"

namespace hull::source {

/// What a system library asks of compiles and links.
struct SystemLibrary {
  std::string version;
  std::vector<std::string> includes;  ///< Absolute directories; become -isystem.
  std::vector<std::string> defines;   ///< "NAME=VALUE" or "NAME".
  std::vector<std::string> compile_flags;
  std::vector<std::string> link_arguments;  ///< In order: -L, -l, plain .a paths, -Wl,...
  /// What other build systems ask pkg-config for to get the same, one module each: "zlib >= 1.2". Empty when
  /// a config tool answered, or archives were preferred: pkg-config would say something else.
  std::vector<std::string> modules;
  std::vector<std::string> inputs;  ///< Files whose change changes the answer: .pc files, tools.
};

/// Where the host keeps its libraries.
struct SystemSearch {
  std::vector<std::string> module_directories;   ///< Of .pc files, in order.
  std::string sysroot;                           ///< Put before the paths in .pc files; may be empty.
  std::string program_path;                      ///< PATH for config tools.
  std::vector<std::string> library_directories;  ///< Where linkers look by themselves.
};

/// The search that `environment` ("NAME=VALUE" lines) asks for: PKG_CONFIG_PATH before PKG_CONFIG_LIBDIR or
/// Debian's directories, PKG_CONFIG_SYSROOT_DIR, PATH. The same as pkg-config's.
SystemSearch system_search(const std::vector<std::string>& environment);

/// Asks libpkgconf for a module, which may carry a requirement ("zlib >= 1.2"), or runs
/// `<tool> --cflags/--libs/--version` when the name is a program such as `llvm-config-19` (llvm-config's own
/// flags are known: `--libs` with the components written after the name: "llvm-config-19 core support").
/// Answers of tools are remembered in `cache_file` while the tool is the same file.
/// With `dependency.static_link` the private libraries join, and a `-lx` becomes the path of libx.a where
/// there is one; the C library stays shared.
/// Errors: neither a module nor a tool: points at the manifest and names the Debian package that a table
/// or the rule `lib<name>-dev` suggests; a version that does not satisfy; a tool that fails.
Result<SystemLibrary> system_library(const manifest::Dependency& dependency, const std::string& cache_file,
                                     const SystemSearch& search = system_search({}));

}  // namespace hull::source
