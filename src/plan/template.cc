#include "plan/template.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include "base/path.h"
#include "base/text.h"

namespace hull::plan {
namespace {

constexpr std::string_view kBlanks = " \t";

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// A character of a CMake variable's name in a reference.
bool is_reference(char c) { return is_word(c) || c == '/' || c == '.' || c == '+' || c == '-'; }

/// CMake's constants for false (cmake-commands(7), if).
bool cmake_false(std::string_view text) {
  constexpr std::array<std::string_view, 7> kFalse = {"", "0", "OFF", "NO", "FALSE", "N", "IGNORE"};
  const std::string upper = to_upper(text);
  return std::ranges::find(kFalse, upper) != kFalse.end() || upper == "NOTFOUND" ||
         upper.ends_with("-NOTFOUND");
}

const ConfigValue* find(const ConfigValues& values, std::string_view name) {
  const auto found = values.find(name);
  return found == values.end() ? nullptr : &found->second;
}

bool holds(const ConfigValue* value) {
  return value != nullptr && value->defined && !cmake_false(value->text);
}

/// A line `#<blanks>DIRECTIVE<blanks>NAME<rest>`, with blanks before the `#`.
struct Directive {
  std::string_view prefix;  ///< Up to the directive: blanks, `#`, blanks.
  std::string_view word;    ///< "cmakedefine".
  std::string_view gap;     ///< Blanks before the name.
  std::string_view name;
  std::string_view rest;
};

std::optional<Directive> parse_directive(std::string_view line) {
  const auto skip = [&](std::size_t at) {
    return std::min(line.find_first_not_of(kBlanks, at), line.size());
  };
  const auto word_end = [&](std::size_t at) {
    while (at < line.size() && is_word(line[at])) ++at;
    return at;
  };
  const std::size_t hash = skip(0);
  if (hash == line.size() || line[hash] != '#') return std::nullopt;
  const std::size_t word = skip(hash + 1);
  const std::size_t gap = word_end(word);
  const std::size_t name = skip(gap);
  const std::size_t rest = word_end(name);
  if (gap == word || name == gap || rest == name) return std::nullopt;
  return Directive{.prefix = line.substr(0, word),
                   .word = line.substr(word, gap - word),
                   .gap = line.substr(gap, name - gap),
                   .name = line.substr(name, rest - name),
                   .rest = line.substr(rest)};
}

/// A reference `@X@` or `${X}` at the start of `text`.
struct Reference {
  std::string_view name;
  std::size_t size;
};

std::optional<Reference> parse_reference(std::string_view text) {
  const bool at_form = text.starts_with('@');
  if (!at_form && !text.starts_with("${")) return std::nullopt;
  const std::size_t begin = at_form ? 1 : 2;
  std::size_t end = begin;
  while (end < text.size() && is_reference(text[end])) ++end;
  if (end == begin || end == text.size() || text[end] != (at_form ? '@' : '}')) return std::nullopt;
  return Reference{.name = text.substr(begin, end - begin), .size = end + 1};
}

std::string substitute(std::string_view line, const ConfigValues& values) {
  std::string out;
  while (!line.empty()) {
    const std::size_t at = std::min(line.find_first_of("@$"), line.size());
    out += line.substr(0, at);
    line.remove_prefix(at);
    if (line.empty()) break;
    if (const auto reference = parse_reference(line)) {
      if (const ConfigValue* value = find(values, reference->name)) out += value->text;
      line.remove_prefix(reference->size);
    } else {
      out += line.front();
      line.remove_prefix(1);
    }
  }
  return out;
}

bool uses_cmake(std::string_view text) {
  if (text.find("cmakedefine") != std::string_view::npos) return true;
  for (std::size_t at = text.find_first_of("@$"); at != std::string_view::npos;
       at = text.find_first_of("@$", at + 1)) {
    if (parse_reference(text.substr(at))) return true;
  }
  return false;
}

std::string autoconf_line(std::string_view line, const ConfigValues& values) {
  const auto directive = parse_directive(line);
  if (!directive || directive->word != "undef") return std::string(line);
  const ConfigValue* value = find(values, directive->name);
  if (value == nullptr || !value->defined) {
    return fmt::format("/* {}undef{}{} */{}", trim(directive->prefix).empty() ? "" : directive->prefix,
                       directive->gap, directive->name, directive->rest);
  }
  return fmt::format("{}define{}{} {}{}", directive->prefix, directive->gap, directive->name, value->text,
                     directive->rest);
}

/// The names that CMake's forms in `text` ask for.
std::unordered_set<std::string_view> asked_as_cmake(std::string_view text) {
  std::unordered_set<std::string_view> names;
  for (const std::string_view line : split(text, '\n')) {
    const auto directive = parse_directive(line);
    if (directive && directive->word.starts_with("cmakedefine")) names.insert(directive->name);
    for (std::size_t at = line.find_first_of("@$"); at != std::string_view::npos;
         at = line.find_first_of("@$", at + 1)) {
      if (const auto reference = parse_reference(line.substr(at))) names.insert(reference->name);
    }
  }
  return names;
}

std::string cmake_line(std::string_view line, const ConfigValues& values,
                       const std::unordered_set<std::string_view>& asked) {
  const auto directive = parse_directive(line);
  // A value that nothing else asks for is there for this line.
  if (directive && directive->word == "undef" && find(values, directive->name) != nullptr &&
      !asked.contains(directive->name)) {
    return autoconf_line(line, values);
  }
  if (directive && directive->word == "cmakedefine") {
    if (!holds(find(values, directive->name))) return fmt::format("/* #undef {} */", directive->name);
    return fmt::format("{}define{}{}{}", directive->prefix, directive->gap, directive->name,
                       substitute(directive->rest, values));
  }
  if (directive && directive->word == "cmakedefine01") {
    return fmt::format("{}define{}{} {}", directive->prefix, directive->gap, directive->name,
                       holds(find(values, directive->name)) ? 1 : 0);
  }
  return substitute(line, values);
}

}  // namespace

std::string fill_template(std::string_view text, const ConfigValues& values) {
  const bool cmake = uses_cmake(text);
  const auto asked = cmake ? asked_as_cmake(text) : std::unordered_set<std::string_view>();
  std::string out;
  while (!text.empty()) {
    const std::size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    std::string_view end = newline == std::string_view::npos ? "" : "\n";
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
      end = newline == std::string_view::npos ? "\r" : "\r\n";
    }
    out += cmake ? cmake_line(line, values, asked) : autoconf_line(line, values);
    out += end;
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
  }
  return out;
}

std::string header_of_values(std::string_view path, const ConfigValues& values) {
  const std::string_view directory = path::name(path::directory(path));
  std::string guard =
      "HULL_" + to_upper(directory) + (directory.empty() ? "" : "_") + to_upper(path::name(path));
  for (char& c : guard) {
    if (!is_word(c)) c = '_';
  }
  std::string out = fmt::format("#ifndef {0}\n#define {0}\n\n", guard);
  for (const auto& [name, value] : values) {
    out += value.defined ? fmt::format("#define {} {}\n", name, value.text)
                         : fmt::format("/* #undef {} */\n", name);
  }
  return out + fmt::format("\n#endif  // {}\n", guard);
}

}  // namespace hull::plan
