#include "tool/xml.h"

#include <charconv>

#include "base/text.h"

namespace hull::tool {
namespace {

/// The characters of XML 1.0 (production 2).
bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const CodePoint next = decode_utf8(text);
    if (next.size == 0 || !is_xml_character(next.value)) {
      result += "\xef\xbf\xbd";
      text.remove_prefix(std::max(next.size, 1u));
      continue;
    }
    switch (next.value) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\r':  // A parser would turn it into a newline.
        result += "&#13;";
        break;
      default:
        result += text.substr(0, next.size);
    }
    text.remove_prefix(next.size);
  }
  return result;
}

std::string xml_unescaped(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&apos;", "'"}};
  std::string result;
  for (std::size_t found; (found = text.find('&')) != std::string_view::npos;) {
    result += text.substr(0, found);
    text.remove_prefix(found);
    std::size_t taken = 0;
    for (const auto& [entity, character] : kNamed) {
      if (!text.starts_with(entity)) continue;
      result += character;
      taken = entity.size();
    }
    const std::size_t end = text.find(';');
    if (taken == 0 && text.starts_with("&#") && end != std::string_view::npos) {
      const bool hexadecimal = text.starts_with("&#x");
      const std::string_view digits = text.substr(hexadecimal ? 3 : 2, end - (hexadecimal ? 3 : 2));
      unsigned value = 0;
      const auto [stop, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
      if (error == std::errc() && stop == digits.data() + digits.size() && value < 0x110000) {
        append_utf8(result, value);
        taken = end + 1;
      }
    }
    if (taken == 0) result += text[taken++];
    text.remove_prefix(taken);
  }
  return result += text;
}

std::optional<std::string> xml_attribute(std::string_view tag, std::string_view name) {
  const std::string start = ' ' + std::string(name) + "=\"";
  const std::size_t found = tag.find(start);
  if (found == std::string_view::npos) return std::nullopt;
  const std::string_view rest = tag.substr(found + start.size());
  const std::size_t end = rest.find('"');
  if (end == std::string_view::npos) return std::nullopt;
  return xml_unescaped(rest.substr(0, end));
}

std::optional<std::string> xml_element(std::string_view body, std::string_view name) {
  const std::string start = '<' + std::string(name) + '>';
  const std::size_t found = body.find(start);
  if (found == std::string_view::npos) return std::nullopt;
  const std::string_view rest = body.substr(found + start.size());
  const std::size_t end = rest.find("</" + std::string(name) + '>');
  if (end == std::string_view::npos) return std::nullopt;
  return xml_unescaped(rest.substr(0, end));
}

}  // namespace hull::tool
