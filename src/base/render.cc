// Errors as people read them: rustc's layout.
//
//   error: unknown key `naem`
//    --> hull.toml:2:1
//     |
//   2 | naem = "x"
//     | ^^^^
//     |
//     = help: did you mean `name`?
//     = note: while reading hull.toml
//
// The source line may hold anything: tabs, control characters, bytes that are not UTF-8, megabytes. It is
// first laid out into columns; the carets are placed by those, so they stand under what is shown.
#include <fmt/format.h>

#include <algorithm>

#include "base/result.h"
#include "base/text.h"

namespace hull {
namespace {

constexpr std::size_t kTabWidth = 4;
constexpr std::size_t kMaxColumns = 160;
constexpr std::size_t kContext = 60;  ///< Columns kept before the caret when a line is cut.

/// ANSI escapes, or nothing.
struct Palette {
  const char* error = "";
  const char* bold = "";
  const char* frame = "";
  const char* reset = "";
};
constexpr Palette kColors = {"\x1b[1;31m", "\x1b[1m", "\x1b[1;34m", "\x1b[0m"};

/// A source line as shown, with the columns of the caret range in it.
struct Layout {
  std::string shown;
  std::size_t caret_begin = 0;
  std::size_t caret_end = 0;
};

/// Lays `line` out; `begin` and `end` are 0-based byte offsets of the range to mark.
Layout lay_out(std::string_view line, std::size_t begin, std::size_t end) {
  struct Cell {
    std::size_t column;  ///< Where it starts.
    std::size_t text;    ///< Offset in `shown`.
  };
  Layout layout;
  std::vector<Cell> cells;
  std::size_t column = 0;
  std::size_t caret_end = 0;
  bool begun = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint next = decode_utf8(line.substr(at));
    const std::size_t size = std::max(next.size, 1u);
    if (!begun && at + size > begin) {
      layout.caret_begin = column;
      begun = true;
    }
    cells.push_back({column, layout.shown.size()});
    if (next.size == 1 && next.value == '\t') {
      layout.shown.append(kTabWidth, ' ');
      column += kTabWidth;
    } else {
      const std::string text = printable(line.substr(at, size));
      layout.shown += text;
      column += next.size != 0 && text.size() == size ? columns_of(next.value) : text.size();
    }
    if (at < end) caret_end = column;
    at += size;
  }
  if (!begun) layout.caret_begin = column;  // At or behind the end of the line.
  layout.caret_end = std::max(caret_end, layout.caret_begin + 1);
  if (column <= kMaxColumns) return layout;

  // Too long to read: a window around the caret.
  const std::size_t first = layout.caret_begin > kContext ? layout.caret_begin - kContext : 0;
  const auto from = std::ranges::lower_bound(cells, first, {}, &Cell::column);
  const auto to = std::ranges::lower_bound(cells, first + kMaxColumns, {}, &Cell::column);
  const std::size_t text_end = to == cells.end() ? layout.shown.size() : to->text;
  const std::size_t column_end = to == cells.end() ? column : to->column;
  const std::size_t from_text = from == cells.end() ? layout.shown.size() : from->text;
  const std::size_t from_column = from == cells.end() ? column : from->column;
  const std::string_view lead = from_column == 0 ? "" : "...";
  layout.shown =
      fmt::format("{}{}{}", lead, std::string_view(layout.shown).substr(from_text, text_end - from_text),
                  to == cells.end() ? "" : "...");
  layout.caret_end =
      std::min(layout.caret_end, std::max(column_end, layout.caret_begin + 1)) - from_column + lead.size();
  layout.caret_begin = layout.caret_begin - from_column + lead.size();
  return layout;
}

/// Line `number` (from 1) of `text`, without its end; nullopt when there is none.
std::optional<std::string_view> line_of(std::string_view text, unsigned number) {
  for (unsigned line = 1; line < number; ++line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// `text` with its further lines indented, so that they stand below the first.
std::string indented(std::string_view text, std::size_t columns) {
  return replace_all(text, "\n", "\n" + std::string(columns, ' '));
}

}  // namespace

std::string render(const Error& error, bool color) {
  const Palette paint = color ? kColors : Palette{};
  std::string out =
      fmt::format("{}error{}{}: {}{}\n", paint.error, paint.reset, paint.bold, error.message, paint.reset);
  std::size_t gutter = 1;
  if (error.span && error.span->source) {
    const Span& span = *error.span;
    const auto line = span.begin.line == 0 ? std::nullopt : line_of(span.source->text, span.begin.line);
    const std::string number = std::to_string(span.begin.line);
    if (line) gutter = number.size();
    const std::string name = printable(span.source->name);
    out += fmt::format("{:{}}{}-->{} {}", "", gutter, paint.frame, paint.reset, name);
    if (span.begin.line != 0) out += fmt::format(":{}:{}", span.begin.line, std::max(span.begin.column, 1u));
    out += '\n';
    if (line) {
      const std::size_t begin = std::max(span.begin.column, 1u) - 1;
      const std::size_t end =
          span.end.line > span.begin.line ? line->size() : std::max(span.end.column, 1u) - 1;
      const Layout layout = lay_out(*line, begin, end);
      const std::string bar = fmt::format("{:{}} {}|{}", "", gutter, paint.frame, paint.reset);
      out += bar + '\n';
      out += fmt::format("{}{} |{}{}{}\n", paint.frame, number, paint.reset, layout.shown.empty() ? "" : " ",
                         layout.shown);
      out += fmt::format("{} {:{}}{}{:^>{}}{}\n", bar, "", layout.caret_begin, paint.error, "",
                         layout.caret_end - layout.caret_begin, paint.reset);
      if (!error.help.empty() || !error.contexts.empty()) out += bar + '\n';
    }
  }
  const auto attach = [&](std::string_view label, const std::string& text) {
    out += fmt::format("{:{}} {}={} {}{}{}: {}\n", "", gutter, paint.frame, paint.reset, paint.bold, label,
                       paint.reset, indented(text, gutter + 5 + label.size()));
  };
  for (const std::string& line : error.help) attach("help", line);
  for (const std::string& context : error.contexts) attach("note", context);
  return out;
}

}  // namespace hull
