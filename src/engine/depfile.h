// Make-style dependency files as compilers write them (`-MD`).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::engine {

/// The prerequisites of every rule in `text`, in order, duplicates kept. Understands what clang and gcc
/// write: `\ `, `\<tab>` and `\#` escapes, `$$`, lines continued by a backslash, phony rules of `-MP`; a colon inside a
/// name. Errors: a line that is no rule (with its number), no rule at all, a NUL.
///
/// Neither compiler escapes everything, so a few odd names come out wrong: clang writes a backslash as a slash and does not
/// escape a tab, gcc does not escape a line end. Such a name is an error here, or a file that does not exist, which
/// the builder does not take for an answer.
Result<std::vector<std::string>> parse_depfile(std::string_view text);

}  // namespace hull::engine
