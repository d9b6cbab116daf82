#include "engine/depfile.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hull::engine {

namespace {

// The characters that mean something; all others stand for themselves.
constexpr auto kSpecial = [] {
  std::array<bool, 256> special{};
  for (const char c : {'\0', '\n', '\r', '\t', ' ', '\\', '$', '#'}) special[static_cast<unsigned char>(c)] = true;
  return special;
}();

class Parser {
 public:
  Parser(std::string_view text, const std::function<void(std::string_view)>& visit) : text_(text), visit_(visit) {}

  Result<void> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\0') return fail(fmt::format("line {} of a dependency file has a NUL byte", line_));
      if (c == '\n') {
        HULL_CHECK(end_line());
      } else if (c == ' ' || c == '\t' || c == '\r') {
        end_word();
        ++at_;
      } else if (c == '#' && word_.empty() && !in_rule_) {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == '\\') {
        backslashes();
      } else if (c == '$' && peek(1) == '$') {
        add(text_.substr(at_, 1));
        at_ += 2;
      } else {
        ordinary();
      }
    }
    HULL_CHECK(end_line());
    if (!any_rule_) return fail("a dependency file has no rule");
    return {};
  }

 private:
  // The longest run that needs no look at each character.
  void ordinary() {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && !kSpecial[static_cast<unsigned char>(text_[at_])]) ++at_;
    add(text_.substr(begin, at_ - begin));
  }

  // A word is a view of the text until an escape in it makes it another.
  void add(std::string_view part) {
    if (part.empty()) return;
    if (word_.empty()) {
      word_ = part;
      return;
    }
    if (word_.data() != spelled_.data()) spelled_ = word_;
    word_ = spelled_ += part;
  }

  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  // A run of backslashes: what it means depends on what follows it.
  void backslashes() {
    std::size_t run = 1;
    while (peek(run) == '\\') ++run;
    const char next = peek(run);
    const std::string_view here = text_.substr(at_);
    if (next == '\n' || (next == '\r' && peek(run + 1) == '\n')) {
      add(here.substr(0, run - 1));
      end_word();
      at_ += run + (next == '\n' ? 1 : 2);
      ++line_;
    } else if (next == ' ' || next == '\t') {
      // Doubled before a blank, and only there.
      add(here.substr(0, run / 2));
      at_ += run;
      if (run % 2 == 1) {
        add(here.substr(run, 1));
        ++at_;
      }
    } else if (next == '#' || next == ':') {
      add(here.substr(0, run - 1));
      add(here.substr(run, 1));
      at_ += run + 1;
    } else {
      add(here.substr(0, run));
      at_ += run;
    }
  }

  void end_word() {
    if (word_.empty()) return;
    // A colon inside a word belongs to the name; one that ends a word ends the targets.
    if (in_rule_) {
      visit_(word_);
    } else {
      targets_ = true;
      in_rule_ = word_.ends_with(':');
    }
    word_ = {};
  }

  Result<void> end_line() {
    end_word();
    if (targets_ && !in_rule_) return fail(fmt::format("line {} of a dependency file is no rule; a file name with a line break in it looks like that",
                              line_));
    any_rule_ = any_rule_ || in_rule_;
    targets_ = in_rule_ = false;
    ++line_;
    ++at_;
    return {};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  unsigned line_ = 1;
  const std::function<void(std::string_view)>& visit_;
  std::string_view word_;
  std::string spelled_;    // Of the word, once that is not as it stands in the text.
  bool targets_ = false;   // This line has names of targets.
  bool in_rule_ = false;   // ... and their colon.
  bool any_rule_ = false;
};

std::string quoted(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c == ' ' || c == '#') text += '\\';
    if (c == '$') text += '$';
    text += c;
  }
  return text;
}

}  // namespace

Result<void> each_prerequisite(std::string_view text, const std::function<void(std::string_view)>& visit) {
  return Parser(text, visit).run();
}

Result<std::vector<std::string>> parse_depfile(std::string_view text) {
  std::vector<std::string> prerequisites;
  HULL_CHECK(each_prerequisite(text, [&](std::string_view path) { prerequisites.emplace_back(path); }));
  return prerequisites;
}

std::string depfile_text(std::string_view output, const std::set<std::string>& inputs) {
  std::string text = quoted(output) + ":";
  for (const std::string& input : inputs) {
    if (!input.contains('\n')) text += " \\\n  " + quoted(input);
  }
  return text + "\n";
}

}  // namespace hull::engine
