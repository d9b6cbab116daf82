// Asking libpkgconf, the library behind Debian's pkg-config, inside this process: a module costs some tens of
// microseconds where a process would cost milliseconds.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "source/system.h"

namespace hull::source {

/// Why a module gave no answer.
struct ModuleFailure {
  std::string message;         ///< For people.
  std::string missing_module;  ///< A module that was not found: the one asked for, or one it requires.
};

/// True when `name` is a module that `search` finds.
bool has_module(const std::string& name, const SystemSearch& search);

/// Adds what the modules of `request` ("zlib >= 1.2", "a, b") ask for to `library`.
std::optional<ModuleFailure> add_modules(const std::string& request, const SystemSearch& search,
                                         bool static_link, SystemLibrary& library);

/// Directories searched for .pc files when nothing is said (of the host's architecture).
std::vector<std::string> default_module_directories();

}  // namespace hull::source
