// Reading a compile_commands.json of another build system
// (https://clang.llvm.org/docs/JSONCompilationDatabase.html).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::tool {

/// How one file is compiled, as far as it concerns a manifest.
struct CompileSettings {
  std::string file;                          ///< Absolute, normal.
  std::vector<std::string> includes;         ///< Absolute, normal; -I, -iquote.
  std::vector<std::string> system_includes;  ///< -isystem.
  std::map<std::string, std::string> defines;
  std::string standard;            ///< "c++17", "gnu11"; empty when not said.
  std::vector<std::string> flags;  ///< -f..., -m..., -pthread: what may change meaning.
};

/// The entries of a database, one per file (the last one wins). Errors: it is not such a JSON text.
Result<std::vector<CompileSettings>> read_compile_database(std::string_view json);

}  // namespace hull::tool
