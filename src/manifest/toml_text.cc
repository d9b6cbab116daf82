#include "manifest/toml_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

/// The place of `size` bytes at `offset`.
Span span_of(const std::shared_ptr<const SourceText>& source, std::size_t offset, std::size_t size) {
  std::string_view before = std::string_view(source->text).substr(0, offset);
  auto line = 1 + static_cast<unsigned>(std::ranges::count(before, '\n'));
  std::size_t start = before.rfind('\n');
  std::size_t column = 1 + (start == std::string_view::npos ? offset : offset - start - 1);
  return {source,
          {line, static_cast<unsigned>(column)},
          {line, static_cast<unsigned>(column + std::max<std::size_t>(size, 1))}};
}

Result<void> check_characters(const std::shared_ptr<const SourceText>& source) {
  std::string_view text = source->text;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint character = decode_utf8(text.substr(at));
    auto byte = static_cast<unsigned char>(text[at]);
    if (character.size == 0) {
      return fail(
          usage_error(span_of(source, at, 1), fmt::format("the text is not UTF-8: byte {:#04x}", byte))
              .with_help("save the file in the UTF-8 encoding"));
    }
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f) {
      return fail(
          usage_error(span_of(source, at, 1), fmt::format("control character {:#04x} in the text", byte))
              .with_help(fmt::format("write it as \"\\u{:04x}\" inside a string", byte)));
    }
    at += character.size;
  }
  return {};
}

/// The end of the string that starts at `at`: behind its last quote, or at the line feed that cuts it off.
std::size_t string_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string triple(3, quote);
  const bool multiline = text.substr(at, 3) == triple;
  at += multiline ? 3 : 1;
  while (at < text.size()) {
    if (quote == '"' && text[at] == '\\') {
      at += 2;
    } else if (multiline && text.substr(at, 3) == triple) {
      at += 3;
      // Up to two quotes may stand before the closing three.
      for (int more = 0; more < 2 && at < text.size() && text[at] == quote; ++more) ++at;
      return at;
    } else if (!multiline && text[at] == quote) {
      return at + 1;
    } else if (!multiline && text[at] == '\n') {
      return at;
    } else {
      ++at;
    }
  }
  return text.size();
}

/// Looks at what is outside of strings and comments. Dots are counted since the last character that
/// cannot be in a key.
Result<void> check_outside_strings(const std::shared_ptr<const SourceText>& source) {
  std::string_view text = source->text;
  int dots = 0;
  for (std::size_t at = 0; at < text.size();) {
    char c = text[at];
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (c == '"' || c == '\'') {
      at = string_end(text, at);
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      std::size_t size = decode_utf8(text.substr(at)).size;
      return fail(
          usage_error(span_of(source, at, size), fmt::format("`{}` can only stand in quotes or comments",
                                                             printable(text.substr(at, size))))
              .with_help("put the word in quotes"));
    } else {
      if (c == '.' && ++dots >= kMaxKeyParts) {
        return fail(
            usage_error(span_of(source, at, 1), fmt::format("a key has more than {} parts", kMaxKeyParts)));
      }
      if (std::string_view("\n=,[]{}").contains(c)) dots = 0;
      ++at;
    }
  }
  return {};
}

}  // namespace

std::string normalized(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return replace_all(text, "\r\n", "\n");
}

Result<void> check_text(const std::shared_ptr<const SourceText>& source) {
  HULL_CHECK(check_characters(source));
  return check_outside_strings(source);
}

}  // namespace hull::manifest
