// What a text must be before the TOML parser sees it.
//
// toml++ 3.3 leaves the language in places that bytes of no manifest, but any file, can reach: it takes
// tables of a million nested parts apart recursively, and it tells the compiler that a letter such as `é`
// outside of a string, or a NUL behind `[`, cannot come. So these are refused before.
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
