#include "plan/probe.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "base/shell_words.h"

namespace hull::plan {
namespace {

using manifest::Probe;
using Kind = Probe::Kind;

constexpr std::string_view kSizeMark = "hull:sizeof:";
constexpr int kSizeDigits = 10;

bool is_identifier(std::string_view text) {
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !text.empty() && !(text[0] >= '0' && text[0] <= '9') && std::ranges::all_of(text, is_word);
}

std::string include(std::string_view header) {
  const bool quoted = header.starts_with('"') || header.starts_with('<');
  return quoted ? fmt::format("#include {}\n", header) : fmt::format("#include <{}>\n", header);
}

std::string includes(const Probe& probe) {
  std::string text;
  for (const std::string& header : probe.headers) text += include(header);
  return text;
}

constexpr std::string_view kMain = "int main(void) { return 0; }\n";

/// A name that is a macro, or something whose address can be taken: the store into a volatile keeps the
/// reference for the linker through any optimization. As with CMake, C++ overloads have no one address.
std::string declared_symbol(const Probe& probe) {
  if (probe.cxx && probe.subject.find("::") != std::string::npos) {
    // A qualified name is looked up instead, so that overloads, templates and types of a namespace count.
    return fmt::format("{}int main(void) {{\n  using {};\n  return 0;\n}}\n", includes(probe), probe.subject);
  }
  const std::string use = fmt::format("  hull_probe_sink = (void *)&{};\n", probe.subject);
  const std::string guarded =
      is_identifier(probe.subject) ? fmt::format("#ifndef {}\n{}#endif\n", probe.subject, use) : use;
  return fmt::format("{}void *volatile hull_probe_sink;\nint main(void) {{\n{}  return 0;\n}}\n",
                     includes(probe), guarded);
}

/// A function of a library, without a header: any declaration will do for the linker.
std::string undeclared_symbol(const Probe& probe) {
  return fmt::format("{}char {}(void);\nint main(void) {{ return {}(); }}\n",
                     probe.cxx ? "extern \"C\" " : "", probe.subject, probe.subject);
}

std::string builtin(const Probe& probe) {
  return fmt::format("#if !__has_builtin({})\n#error no such builtin\n#endif\n{}", probe.subject, kMain);
}

/// A complete type, not an expression: only a type may stand in these places.
std::string type(const Probe& probe) {
  if (probe.cxx) {
    return fmt::format(
        "{}using hull_probe_type = {};\nint hull_probe_size = (int)sizeof(hull_probe_type);\n{}",
        includes(probe), probe.subject, kMain);
  }
  return fmt::format("{}int hull_probe_type = _Generic((void (*)(void))0, {}: 1, default: 2);\n{}",
                     includes(probe), probe.subject, kMain);
}

std::string size_of(const Probe& probe) {
  std::string array;
  for (char c : kSizeMark) array += fmt::format("'{}', ", c);
  std::string place = "1";
  std::vector<std::string> digits;
  for (int i = 0; i < kSizeDigits; ++i, place += '0') {
    digits.push_back(fmt::format("(char)('0' + (sizeof({}) / {}u) % 10u), ", probe.subject, place));
  }
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) array += *digit;
  return fmt::format("{}extern char hull_probe_size[];\nchar hull_probe_size[] = {{{}';'}};\n",
                     includes(probe), array);
}

/// True when `code` defines main.
bool has_main(std::string_view code) {
  for (std::size_t at = code.find("main"); at != std::string_view::npos; at = code.find("main", at + 1)) {
    const bool begins = at == 0 || !is_identifier(code.substr(at - 1, 1));
    const std::size_t next = code.find_first_not_of(" \t\n", at + 4);
    if (begins && next != std::string_view::npos && code[next] == '(') return true;
  }
  return false;
}

std::string code(const Probe& probe) {
  std::string text = includes(probe) + probe.subject;
  if (!text.ends_with('\n')) text += '\n';
  if (!has_main(probe.subject)) text += kMain;
  return text;
}

/// Words that ask for a flag so that an unknown one is an error. GCC accepts every unknown -Wno-x in silence,
/// so its opposite is asked for.
std::vector<std::string> flag_words(const std::string& subject) {
  std::vector<std::string> words = shell_words(subject);
  for (std::string& word : words) {
    if (word.starts_with("-Wno-") && !word.starts_with("-Wno-error=")) word = "-W" + word.substr(5);
  }
  words.insert(words.begin(), "-Werror");
  return words;
}

bool is_link_flag(std::string_view flag) {
  return flag.starts_with("-Wl,") || flag.starts_with("-l") || flag.starts_with("-L") ||
         flag.starts_with("-fuse-ld=");
}

}  // namespace

std::string_view probe_kind_name(Kind kind) {
  switch (kind) {
    case Kind::Header:
      return "header";
    case Kind::Symbol:
      return "symbol";
    case Kind::Type:
      return "type";
    case Kind::Sizeof:
      return "sizeof";
    case Kind::Compiles:
      return "compiles";
    case Kind::Links:
      return "links";
    case Kind::Flag:
      return "flag";
    case Kind::Library:
      return "library";
  }
  return "";
}

ProbeCommand probe_command(const Probe& probe) {
  ProbeCommand command;
  // The package's warnings, which may be errors, have nothing to say about a question.
  if (probe.kind != Kind::Flag) command.flags.push_back("-w");
  switch (probe.kind) {
    case Kind::Header:
      command.source = includes(probe) + include(probe.subject) + std::string(kMain);
      break;
    case Kind::Symbol:
      if (probe.subject.starts_with("__builtin_")) {
        command.source = builtin(probe);
      } else if (probe.headers.empty() && is_identifier(probe.subject)) {
        command.source = undeclared_symbol(probe);
        command.flags.push_back(
            "-fno-builtin");  // Else `char strlen(void);` contradicts what the compiler knows.
      } else {
        command.source = declared_symbol(probe);
      }
      command.link = true;
      break;
    case Kind::Type:
      command.source = type(probe);
      break;
    case Kind::Sizeof:
      command.source = size_of(probe);
      // The mark must stand in the object as it is: machine code, not LTO's bitcode, and not compressed.
      command.flags.insert(command.flags.end(), {"-fno-lto", "-g0"});
      break;
    case Kind::Compiles:
      command.source = code(probe);
      break;
    case Kind::Links:
      command.source = code(probe);
      command.link = true;
      break;
    case Kind::Flag:
      command.source = kMain;
      command.flags = flag_words(probe.subject);
      command.link = std::ranges::any_of(command.flags, is_link_flag);
      break;
    case Kind::Library:
      command.source = kMain;
      command.link = true;
      command.links.push_back("-l" + probe.subject);
      break;
  }
  command.flags.insert(command.flags.end(), probe.flags.begin(), probe.flags.end());
  if (command.link) {
    for (const std::string& library : probe.links) command.links.push_back("-l" + library);
  }
  return command;
}

Result<std::uint64_t> size_in_object(std::string_view object) {
  std::optional<std::uint64_t> size;
  for (std::size_t at = object.find(kSizeMark); at != std::string_view::npos;
       at = object.find(kSizeMark, at + 1)) {
    const std::string_view digits = object.substr(at + kSizeMark.size(), kSizeDigits);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.size() != kSizeDigits ||
        object.substr(at + kSizeMark.size() + kSizeDigits, 1) != ";") {
      continue;
    }
    if (size && *size != value) return fail("the object file spells several sizes");
    size = value;
  }
  if (!size) return fail("the object file spells no size");
  return *size;
}

}  // namespace hull::plan
