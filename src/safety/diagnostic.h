// Findings as they are printed: with files, lines and columns, in one of four layouts.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "safety/report.h"

namespace hull::safety {

/// A part of one line of a file. Lines and columns count from 1; columns count bytes.
struct Span {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;
  unsigned end_column = 0;  ///< Behind the last byte.
  std::string source;       ///< The line, without its end; empty when it cannot be read.
  auto operator<=>(const Span&) const = default;
};

struct Diagnostic {
  struct Note {
    Span span;
    std::string text;
    auto operator<=>(const Note&) const = default;
  };
  struct Edit {
    Span span;  ///< What `replacement` stands for.
    std::string replacement;
    auto operator<=>(const Edit&) const = default;
  };
  Span span;
  std::string code = {};  ///< "H0302"
  bool warning = false;   ///< Not an error.
  std::string text = {};
  std::string label = {};        ///< What happens at `span`: "used here".
  std::vector<Note> notes = {};  ///< What else happens, in its order.
  std::size_t before = 0;        ///< How many of the notes happen before the finding itself.
  std::string help = {};         ///< What would be right, or empty.
  std::optional<Edit> edit = {};
  auto operator<=>(const Diagnostic&) const = default;
};

/// How findings are laid out; docs/safety/README.md shows each.
enum class Format {
  Clang,  ///< `path:line:col: error: text [H0302]`, notes below it.
  Rustc,  ///< Source lines with labels under them.
  Json,   ///< An object a line.
  Sarif,  ///< One SARIF 2.1.0 log.
};

/// The names of formats, as the command line has them, in the order of `Format`.
std::span<const std::string_view> format_names();
/// nullopt for what is no format.
std::optional<Format> format_named(std::string_view name);

struct Layout {
  Format format = Format::Clang;
  bool color = false;  ///< ANSI escapes, in the layout for people.
  /// The absolute path of the directory that relative paths begin at, for SARIF.
  std::string root;
};

/// `message`, where `span_of` says where things are.
Diagnostic diagnostic_of(const Message& message, const std::function<Span(Where)>& span_of);

/// By file and line, each once: several units, and several instances of a template, find the same. What is an
/// error to one of them is an error.
void settle(std::vector<Diagnostic>& diagnostics);

/// What Format::Json gave, as it was. Source lines are read from the files where they can be. nullopt for any
/// other text.
std::optional<std::vector<Diagnostic>> read_json(std::string_view text);

/// All of `diagnostics`, which are settled, as text with a newline at its end. Clang, Rustc and Json give
/// nothing for none; Sarif gives a log without results.
std::string print(std::span<const Diagnostic> diagnostics, const Layout& layout);

}  // namespace hull::safety
