#include "safety/diagnostic.h"

#include <algorithm>
#include <array>

#include "safety/layout.h"

namespace hull::safety {

namespace {

constexpr std::array<std::string_view, 4> kNames = {"clang", "rustc", "json", "sarif"};

std::string clang_layout(std::span<const Diagnostic> diagnostics) {
  std::string out;
  const auto line = [&](const Span& span, std::string_view level, const std::string& text) {
    out += span.file + ":" + std::to_string(span.line) + ":" + std::to_string(span.column) + ": ";
    out.append(level).append(": ").append(text);
  };
  for (const Diagnostic& one : diagnostics) {
    line(one.span, level_name(one), one.text);
    out += " [" + one.code + "]\n";
    for (const Diagnostic::Note& note : one.notes) {
      line(note.span, "note", note.text);
      out += '\n';
    }
  }
  return out;
}

}  // namespace

std::span<const std::string_view> format_names() { return kNames; }

std::optional<Format> format_named(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Format>(found - kNames.begin());
}

Diagnostic diagnostic_of(const Message& message, const std::function<Span(Where)>& span_of) {
  Diagnostic diagnostic;
  diagnostic.span = span_of(message.where);
  diagnostic.code = message.code;
  diagnostic.text = message.text;
  diagnostic.label = message.label;
  diagnostic.help = message.help;
  for (std::size_t i = 0; i < message.notes.size(); ++i) {
    Span span = span_of(message.notes[i].where);
    if (span.line == 0) continue;
    diagnostic.notes.push_back({std::move(span), message.notes[i].text});
    if (i < message.before) ++diagnostic.before;
  }
  if (!message.edit) return diagnostic;
  Span span = span_of(message.edit->where);
  const std::string& old = message.edit->old;
  if (span.line != 0 && span.column <= span.source.size() &&
      std::string_view(span.source).substr(span.column - 1).starts_with(old)) {
    span.end_column = span.column + static_cast<unsigned>(old.size());
    diagnostic.edit = {std::move(span), message.edit->now};
  }
  return diagnostic;
}

void settle(std::vector<Diagnostic>& diagnostics) {
  std::sort(diagnostics.begin(), diagnostics.end());
  // One place goes wrong in one way once, whatever led there.
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return a.span == b.span && a.code == b.code;
  };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

std::string_view level_name(const Diagnostic& diagnostic) { return diagnostic.warning ? "warning" : "error"; }

std::string print(std::span<const Diagnostic> diagnostics, const Layout& layout) {
  switch (layout.format) {
    case Format::Clang:
      return clang_layout(diagnostics);
    case Format::Rustc:
      return rustc_layout(diagnostics, layout);
    case Format::Json:
      return json_layout(diagnostics);
    case Format::Sarif:
      return sarif_layout(diagnostics, layout);
  }
  return {};
}

}  // namespace hull::safety
