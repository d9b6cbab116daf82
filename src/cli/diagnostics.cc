#include "cli/diagnostics.h"

#include <array>
#include <cctype>
#include <charconv>
#include <utility>

namespace hull::cli {
namespace {

using Level = Diagnostic::Level;

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (!std::isdigit(static_cast<unsigned char>(c))) return false;
  }
  return !text.empty();
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Takes ":digits" off the end of `text`.
unsigned take_number(std::string_view& text) {
  const auto colon = text.rfind(':');
  if (colon == text.npos || !all_digits(text.substr(colon + 1))) return 0;
  const unsigned value = number(text.substr(colon + 1));
  text = text.substr(0, colon);
  return value;
}

/// A line of quoted source: "   12 |   code" or "      |   ^~~".
bool is_snippet(std::string_view line) {
  std::size_t at = line.find_first_not_of(' ');
  while (at < line.size() && std::isdigit(static_cast<unsigned char>(line[at]))) ++at;
  return at != line.npos && line.substr(at).starts_with(" |");
}

/// Lines that stand before the diagnostic they belong to.
bool is_preamble(std::string_view line) {
  if (line.starts_with("In file included from ") || line.starts_with("In module ")) return true;
  if (line.starts_with("                 from ")) return true;
  // GCC: "a.cc: In function 'int main()':", "a.h: At global scope:".
  return line.ends_with(':') && (line.find(": In ") != line.npos || line.ends_with(": At global scope:"));
}

/// "2 warnings generated.", "1 error generated.", "1 warning and 1 error generated."
bool is_count(std::string_view line) {
  return line.ends_with(" generated.") && !line.empty() &&
         std::isdigit(static_cast<unsigned char>(line[0])) &&
         (line.find(" warning") != line.npos || line.find(" error") != line.npos);
}

struct Head {
  bool note = false;
  Diagnostic diagnostic;
};

/// Reads "path:line:column: level: message [-Woption]" or "tool: level: message".
bool read_head(std::string_view line, Head& head) {
  struct Word {
    std::string_view text;
    Level level;
    bool note;
  };
  static constexpr std::array kWords = {
      Word{": error: ", Level::Error, false},     Word{": fatal error: ", Level::Error, false},
      Word{": warning: ", Level::Warning, false}, Word{": remark: ", Level::Remark, false},
      Word{": note: ", Level::None, true},
  };
  if (is_snippet(line)) return false;
  const Word* found = nullptr;
  std::size_t at = line.npos;
  for (const Word& word : kWords) {
    const std::size_t here = line.find(word.text);
    if (here < at) {
      at = here;
      found = &word;
    }
  }
  if (!found || at == 0) return false;
  std::string_view place = line.substr(0, at);
  const unsigned last = take_number(place);
  const unsigned first = take_number(place);
  // A message that quotes another tool's words has blanks before the colon; a place of ours has them only in
  // a path, which then carries a line number.
  if (last == 0 && place.find(' ') != place.npos) return false;
  head.note = found->note;
  Diagnostic& diagnostic = head.diagnostic;
  diagnostic.level = found->level;
  if (last != 0) diagnostic.file = place;
  diagnostic.line = first ? first : last;
  diagnostic.column = first ? last : 0;
  std::string_view message = line.substr(at + found->text.size());
  if (const auto bracket = message.rfind(" [-W"); bracket != message.npos && message.ends_with(']')) {
    diagnostic.option = message.substr(bracket + 2, message.size() - bracket - 3);
    message = message.substr(0, bracket);
  }
  diagnostic.message = message;
  return true;
}

}  // namespace

std::string strip_escapes(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\x1b' || i + 1 == text.size()) {
      plain += text[i];
      continue;
    }
    ++i;
    if (text[i] == '[') {  // CSI: parameters, then one byte from '@' to '~'.
      while (++i < text.size() && (text[i] < '@' || text[i] > '~')) {
      }
    } else if (text[i] == ']') {  // OSC: up to BEL or ESC backslash.
      while (++i < text.size() && text[i] != '\a' && text[i] != '\x1b') {
      }
      if (i < text.size() && text[i] == '\x1b') ++i;
    }
  }
  return plain;
}

std::vector<Diagnostic> read_diagnostics(std::string_view output) {
  std::vector<Diagnostic> pieces;
  std::string pending;  // preamble lines that wait for their diagnostic
  while (!output.empty()) {
    const auto newline = output.find('\n');
    const std::string_view line = output.substr(0, newline == output.npos ? output.size() : newline + 1);
    output.remove_prefix(line.size());
    std::string plain = strip_escapes(line);
    while (plain.ends_with('\n') || plain.ends_with('\r')) plain.pop_back();

    if (is_count(plain)) continue;
    if (is_preamble(plain)) {
      pending += line;
      continue;
    }
    Head head;
    const bool is_head = read_head(plain, head);
    const bool continues = !pieces.empty() && pieces.back().level != Level::None;
    if (is_head && !(head.note && continues)) {
      pieces.push_back(std::move(head.diagnostic));
    } else if (pieces.empty()) {
      pieces.emplace_back();
    }
    Diagnostic& piece = pieces.back();
    piece.text += std::exchange(pending, {});
    piece.text += line;
    piece.identity += plain + '\n';
  }
  if (!pending.empty()) {
    if (pieces.empty()) pieces.emplace_back();
    pieces.back().text += pending;
  }
  return pieces;
}

bool Shown::first_time(const Diagnostic& diagnostic) {
  if (diagnostic.level == Level::None || diagnostic.file.empty()) return true;
  return identities_.insert(diagnostic.identity).second;
}

}  // namespace hull::cli
