// Reading words as a shell would: the other way round of `shell_quoted` (process.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hull {

/// The words of `text`: separated by blanks and line ends, grouped by single or double quotes, with backslash
/// before a character that is meant as it is. Nothing is expanded. An open quote ends with the text.
std::vector<std::string> shell_words(std::string_view text);

}  // namespace hull
