// What a text must be before the TOML parser sees it.
//
// Here stands what the parser says badly, and what would bring it down: it makes one nested table per part of
// a dotted key and takes them apart recursively, so that `a.a.a...` of a megabyte would use up the stack.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hull::manifest {

/// How many parts a dotted key may have: far more than any manifest needs, and few enough that recursion
/// over the tree stays shallow.
inline constexpr int kMaxKeyParts = 32;

/// `text` without byte order mark, and with CRLF as LF; no line or column of a character changes.
std::string normalized(std::string_view text);

/// Errors (usage): bytes that are not UTF-8, control characters, characters beyond ASCII outside of strings
/// and comments, keys of more than kMaxKeyParts parts; each with its place.
Result<void> check_text(const std::shared_ptr<const SourceText>& source);

}  // namespace hull::manifest
