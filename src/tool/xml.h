// The little of XML (https://www.w3.org/TR/xml/) that test reports need: escaping on the way out, and looking
// up attributes and elements in what test frameworks print on the way in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hull::tool {

/// `text` for an attribute or an element's content. Characters that XML 1.0 cannot carry, and bytes that are
/// not UTF-8, become U+FFFD.
std::string xml_escaped(std::string_view text);

/// `text` with its entities resolved; unknown ones stay as they are.
std::string xml_unescaped(std::string_view text);

/// The value of attribute `name` in a start tag.
std::optional<std::string> xml_attribute(std::string_view tag, std::string_view name);

/// The text of the first element `name` in `body`.
std::optional<std::string> xml_element(std::string_view body, std::string_view name);

}  // namespace hull::tool
