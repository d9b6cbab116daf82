// What to add to a linker's words when it misses a symbol that a shared library of the build has, but hides.
//
// hull compiles shared libraries with -fvisibility=hidden (docs/manifest.md, "Shared libraries"), which
// linkers do not know: they say "undefined symbol" as if it were nowhere.
#pragma once

#include <string>
#include <string_view>

#include "engine/action.h"

namespace hull::cli {

/// Lines to show after `output` of the failed `action`, a note per shared library that it links and that
/// hides symbols; "" when a missing symbol is not why it failed, or no such library is among its inputs.
std::string hidden_symbols_note(const engine::ActionGraph& graph, const engine::Action& action,
                                std::string_view output);

}  // namespace hull::cli
