// Make-style dependency files as compilers write them (`-MD`).
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::engine {

/// Calls `visit` with the prerequisites of every rule in `text`, in order, duplicates kept; a name is valid during the call, and
/// most are views of `text`. Some may have been visited when an error is found. Understands what clang and gcc
/// write: `\ `, `\<tab>` and `\#` escapes, `$$`, lines continued by a backslash, phony rules of `-MP`; a colon inside a
/// name. Errors: a line that is no rule (with its number), no rule at all, a NUL.
///
/// Neither compiler escapes everything, so a few odd names come out wrong: clang writes a backslash as a slash and does not
/// escape a tab, gcc does not escape a line end. Such a name is an error here, or a file that does not exist, which
/// the builder does not take for an answer.
Result<void> each_prerequisite(std::string_view text, const std::function<void(std::string_view)>& visit);

/// The same as a list.
Result<std::vector<std::string>> parse_depfile(std::string_view text);

/// A depfile that says `output` was made from `inputs`. Names with a line end cannot be written, and are left out.
std::string depfile_text(std::string_view output, const std::set<std::string>& inputs);

}  // namespace hull::engine
