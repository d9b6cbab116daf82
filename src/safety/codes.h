// What each code means: a page of docs/safety/codes, which `hull explain` shows.
#pragma once

#include <span>
#include <string_view>

namespace hull::safety {

struct CodePage {
  std::string_view code;   ///< "H0302"
  std::string_view title;  ///< "a reference into a container is used after it was invalidated"
  std::string_view rule;   ///< The first paragraph.
  std::string_view text;   ///< All of it, as Markdown.
};

/// In the order of their codes.
std::span<const CodePage> code_pages();
/// nullptr when there is no page of this code.
const CodePage* code_page(std::string_view code);

}  // namespace hull::safety
