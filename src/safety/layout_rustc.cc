// rustc's layout: the lines that matter, with what happens on each written below it.
//
//   error[H0302]: use of a reference into `v` after it was invalidated
//     --> a.cc:5:10
//      |
//    3 |   int& first = v.front();
//      |                ----------- 1. `first` refers to an element of `v` from here on
//    4 |   v.push_back(1);
//      |     --------- 2. `push_back` on `v` may move its elements
//    5 |   return first;
//      |          ^^^^^ 3. used here
//      |
//      = help: ...
//
// What happens is numbered in its order, which a loop or a call may make another than that of the lines.
#include <algorithm>
#include <map>

#include "safety/layout.h"

namespace hull::safety {

namespace {

constexpr std::size_t kTabWidth = 4;

struct Palette {
  const char *level = "", *bold = "", *frame = "", *help = "", *reset = "";
};
constexpr Palette kErrorColors = {"\x1b[1;31m", "\x1b[1m", "\x1b[1;34m", "\x1b[1;32m", "\x1b[0m"};
constexpr Palette kWarningColors = {"\x1b[1;33m", "\x1b[1m", "\x1b[1;34m", "\x1b[1;32m", "\x1b[0m"};

struct Label {
  Span span;
  std::string text;
  bool primary;
};

// A line as it is shown, and the columns of its bytes in that.
struct Line {
  std::string text;
  std::vector<std::size_t> columns;  // One more than there are bytes.
};

Line shown(std::string_view source) {
  Line line;
  std::size_t column = 0;
  for (const char c : source) {
    const auto byte = static_cast<unsigned char>(c);
    // What continues a character of UTF-8 stands in the column of its beginning.
    line.columns.push_back((byte & 0xC0) == 0x80 && column > 0 ? column - 1 : column);
    if (c == '\t') {
      line.text.append(kTabWidth, ' ');
      column += kTabWidth;
    } else if (byte < 0x20 || byte == 0x7F) {
      line.text += '?';
      ++column;
    } else {
      line.text += c;
      if ((byte & 0xC0) != 0x80) ++column;
    }
  }
  line.columns.push_back(column);
  return line;
}

std::vector<Label> labels_of(const Diagnostic& diagnostic) {
  std::vector<Label> labels;
  const bool many = !diagnostic.notes.empty();
  const auto add = [&](const Span& span, const std::string& text, bool primary) {
    std::string number = many ? std::to_string(labels.size() + 1) + ". " : std::string();
    labels.push_back({span, number + text, primary});
  };
  for (std::size_t i = 0; i <= diagnostic.notes.size(); ++i) {
    if (i == std::min(diagnostic.before, diagnostic.notes.size()))
      add(diagnostic.span, diagnostic.label.empty() ? "here" : diagnostic.label, true);
    if (i < diagnostic.notes.size()) add(diagnostic.notes[i].span, diagnostic.notes[i].text, false);
  }
  return labels;
}

class Page {
 public:
  Page(const Palette& paint, std::size_t gutter) : paint_(paint), gutter_(gutter) {}

  void file(const Span& span, bool first) {
    out += std::string(gutter_, ' ') + paint_.frame + (first ? "-->" : ":::") + paint_.reset + " " +
           span.file + ":" + std::to_string(span.line) + ":" + std::to_string(span.column) + "\n";
  }
  void bar() { row("", ""); }
  void source(unsigned number, const Line& line) { row(std::to_string(number), line.text); }
  void row(const std::string& number, const std::string& text) {
    out += paint_.frame + std::string(gutter_ - number.size(), ' ') + number + " |" + paint_.reset;
    out += (text.empty() ? "" : " " + text) + "\n";
  }
  void gap() { out += std::string(paint_.frame) + "..." + paint_.reset + "\n"; }
  void label(const Line& line, const Label& label) {
    const std::size_t bytes = line.columns.size() - 1;
    const std::size_t from = std::min<std::size_t>(std::max(label.span.column, 1u) - 1, bytes);
    const std::size_t to = std::min<std::size_t>(std::max(label.span.end_column, 1u) - 1, bytes);
    const std::size_t begin = line.columns[from];
    const std::size_t width = to > from ? std::max<std::size_t>(line.columns[to] - begin, 1) : 1;
    const char* color = label.primary ? paint_.level : paint_.frame;
    row("", std::string(begin, ' ') + color + std::string(width, label.primary ? '^' : '-') + " " +
                label.text + paint_.reset);
  }
  void attach(const char* what, const std::string& text) {
    out += std::string(gutter_, ' ') + paint_.frame + " = " + paint_.reset + paint_.bold + what +
           paint_.reset + ": " + text + "\n";
  }

  std::string out;

 private:
  const Palette& paint_;
  std::size_t gutter_;
};

std::string one_finding(const Diagnostic& diagnostic, const Layout& layout) {
  const Palette paint = !layout.color ? Palette{} : diagnostic.warning ? kWarningColors : kErrorColors;
  const std::vector<Label> labels = labels_of(diagnostic);
  // The file of the finding, then the others in the order of what happens.
  std::vector<std::string> files{diagnostic.span.file};
  unsigned last = diagnostic.span.line;
  for (const Label& label : labels) {
    last = std::max(last, label.span.line);
    if (std::find(files.begin(), files.end(), label.span.file) == files.end())
      files.push_back(label.span.file);
  }
  Page page(paint, std::max<std::size_t>(std::to_string(last).size() + 1, 3));
  page.out = std::string(paint.level) + std::string(level_name(diagnostic)) + "[" + diagnostic.code + "]" +
             paint.reset + paint.bold + ": " + diagnostic.text + paint.reset + "\n";
  for (const std::string& file : files) {
    std::map<unsigned, std::vector<const Label*>> lines;
    for (const Label& label : labels) {
      if (label.span.file == file) lines[label.span.line].push_back(&label);
    }
    const bool first = file == diagnostic.span.file;
    page.file(first ? diagnostic.span : lines.begin()->second.front()->span, first);
    page.bar();
    unsigned before = 0;
    for (const auto& [number, on_line] : lines) {
      if (before != 0 && number > before + 1) page.gap();
      before = number;
      const Line line = shown(on_line.front()->span.source);
      page.source(number, line);
      for (const Label* label : on_line) page.label(line, *label);
    }
    page.bar();
  }
  const std::optional<Diagnostic::Edit>& edit = diagnostic.edit;
  if (!diagnostic.help.empty()) page.attach("help", diagnostic.help + (edit ? ":" : ""));
  if (edit && edit->span.end_column - 1 <= edit->span.source.size()) {
    std::string changed = edit->span.source;
    changed.replace(edit->span.column - 1, edit->span.end_column - edit->span.column, edit->replacement);
    const std::string number = std::to_string(edit->span.line);
    page.bar();
    page.row(number, std::string(paint.level) + "- " + shown(edit->span.source).text + paint.reset);
    page.row(number, std::string(paint.help) + "+ " + shown(changed).text + paint.reset);
    page.bar();
  }
  page.attach("note", "`hull explain " + diagnostic.code + "` says more");
  return page.out + "\n";
}

}  // namespace

std::string rustc_layout(std::span<const Diagnostic> diagnostics, const Layout& layout) {
  std::string out;
  for (const Diagnostic& one : diagnostics) out += one_finding(one, layout);
  return out;
}

}  // namespace hull::safety
