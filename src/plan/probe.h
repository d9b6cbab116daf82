// Questions to the compiler: what `[[configure]]` asks, as sources to compile.
//
// Every question is a small translation unit that compiles (or compiles and links) when the answer is yes. A
// size is not answered by running a program, which a cross build could not, but by an object file in which
// the compiler has spelled the number into an array, behind a mark that `size_in_object` looks for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "manifest/model.h"

namespace hull::plan {

/// How to ask.
struct ProbeCommand {
  std::string source;              ///< Text of the translation unit, C or C++ as probe.cxx says.
  std::vector<std::string> flags;  ///< Added after all flags of the package; they may have to undo some.
  std::vector<std::string> links;  ///< "-lx" words, after the source; only with `link`.
  bool link = false;               ///< Compile and link; else compile only.
};

ProbeCommand probe_command(const manifest::Probe& probe);

/// "header", "symbol", ...: the value of `--kind`.
std::string_view probe_kind_name(manifest::Probe::Kind kind);

/// The number that a Sizeof probe's object file spells. Errors: there is none, or there are several.
Result<std::uint64_t> size_in_object(std::string_view object);

}  // namespace hull::plan
