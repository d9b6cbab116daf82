// Removing colour from what a compiler printed.

#include <algorithm>

#include "toolchain/toolchain.h"

namespace hull::toolchain {
namespace {

constexpr char kEscape = '\x1b';

/// The length of the escape sequence that `text` starts with (ECMA-48, 5.4 and 5.6).
std::size_t sequence_length(std::string_view text) {
  if (text.size() < 2) return text.size();
  if (text[1] == '[') {
    for (std::size_t i = 2; i < text.size(); ++i) {
      if (text[i] >= '@' && text[i] <= '~') return i + 1;
      if (text[i] < ' ' || text[i] > '?') return i;  // Not a sequence after all: keep what follows.
    }
    return text.size();
  }
  if (text[1] == ']') {  // GCC's links from a warning to its documentation.
    for (std::size_t i = 2; i < text.size(); ++i) {
      if (text[i] == '\a') return i + 1;
      if (text[i] == kEscape) return text.substr(i).starts_with("\x1b\\") ? i + 2 : i;
      if (text[i] == '\n') return i;
    }
    return text.size();
  }
  return 2;
}

}  // namespace

std::string without_escapes(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const std::size_t escape = std::min(text.find(kEscape), text.size());
    plain += text.substr(0, escape);
    text.remove_prefix(escape);
    if (!text.empty()) text.remove_prefix(sequence_length(text));
  }
  return plain;
}

}  // namespace hull::toolchain
