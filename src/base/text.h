// Small operations on text.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hull {

std::vector<std::string_view> split(std::string_view text, char separator);
std::string_view trim(std::string_view text);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
/// ASCII only.
std::string to_upper(std::string_view text);
std::string to_lower(std::string_view text);

/// The candidate that a person most likely meant by `word` (Damerau-Levenshtein distance at most a
/// third of its length), or nullopt.
std::optional<std::string> did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

/// "`a`, `b` or `c`".
std::string quoted_list(std::span<const std::string_view> words);

/// The first character of a UTF-8 text; size 0 when the text is empty or its first bytes are not UTF-8
/// (RFC 3629: no overlong forms, no surrogates).
struct CodePoint {
  char32_t value = 0;
  unsigned size = 0;  ///< In bytes.
};
CodePoint decode_utf8(std::string_view text);
/// The reverse; `character` is below 0x110000.
void append_utf8(std::string& text, char32_t character);

/// Columns that a character takes on a terminal (the blocks of Unicode's EastAsianWidth.txt that matter for
/// source text and names, and combining marks).
std::size_t columns_of(char32_t character);

/// Bytes that are not printable or not UTF-8 as \xNN, for messages about odd file names.
std::string printable(std::string_view text);

}  // namespace hull
