// `hull explain CODE`: what a finding of the memory checker means.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "cli/verb.h"
#include "safety/codes.h"

namespace hull::cli {
namespace {

constexpr std::size_t kColumns = 80;

std::string bold(std::string_view text, bool color) {
  return color ? fmt::format("\x1b[1m{}\x1b[0m", text) : std::string(text);
}

/// Adds the words of `line` to `paragraph`, which is broken where it gets too long.
void append_words(std::string& paragraph, std::string_view line) {
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(word.size() + 1, line.size()));
    const std::size_t start = paragraph.rfind('\n') + 1;  // npos + 1 is 0.
    if (paragraph.size() > start) {
      paragraph += paragraph.size() - start + 1 + word.size() > kColumns ? '\n' : ' ';
    }
    paragraph += word;
  }
}

/// A page as plain text: paragraphs of kColumns columns, programs indented.
std::string plain(std::string_view markdown, bool color) {
  std::string out, paragraph;
  bool program = false;
  const auto end_paragraph = [&] {
    if (!paragraph.empty()) out += paragraph + '\n';
    paragraph.clear();
  };
  while (!markdown.empty()) {
    const std::string_view line = markdown.substr(0, markdown.find('\n'));
    markdown.remove_prefix(std::min(line.size() + 1, markdown.size()));
    if (line.starts_with("```")) {
      program = !program;
    } else if (program) {
      out += line.empty() ? "\n" : fmt::format("    {}\n", line);
    } else if (line.starts_with('#')) {
      out += bold(line.substr(line.find(' ') + 1), color) + '\n';
    } else if (line.empty()) {
      end_paragraph();
      out += '\n';
    } else {
      append_words(paragraph, line);
    }
  }
  end_paragraph();
  return out;
}

std::vector<std::string_view> codes() {
  std::vector<std::string_view> all;
  for (const safety::CodePage& page : safety::code_pages()) all.push_back(page.code);
  return all;
}

Syntax syntax(Options& options) {
  return {
      {general_flags(options)},
      {{"CODE", "The code of a finding, such as H0302; without one, all are listed", false, false, codes()}},
      {}};
}

Result<int> run(const Options& options, Console& console) {
  if (options.words.empty()) {
    std::string list;
    for (const safety::CodePage& page : safety::code_pages())
      list += fmt::format("{}  {}\n", page.code, page.title);
    console.print(list);
    return 0;
  }
  std::string code = options.words.front();
  if (code.starts_with('h')) code.front() = 'H';
  const safety::CodePage* page = safety::code_page(code);
  if (!page) {
    Error error{.message = fmt::format("no such code: `{}`", printable(options.words.front())),
                .kind = ErrorKind::Usage};
    if (const auto meant = did_you_mean(code, codes()))
      error.help.push_back(fmt::format("did you mean `{}`?", *meant));
    error.help.push_back("`hull explain` lists the codes");
    return fail(std::move(error));
  }
  const ColorChoice choice = options.color == "always"  ? ColorChoice::Always
                             : options.color == "never" ? ColorChoice::Never
                                                        : ColorChoice::Auto;
  console.print(plain(page->text, terminal(1, choice).color));
  return 0;
}

}  // namespace

const Verb kExplain = {
    .name = "explain",
    .alias = {},
    .summary = "Explain a finding of the memory checker",
    .details = "Prints the rule, why breaking it is a bug, a wrong and a right program.",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
