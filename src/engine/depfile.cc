#include "engine/depfile.h"

#include <algorithm>
#include <fmt/format.h>

namespace hull::engine {

namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<std::vector<std::string>> run() {
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
      } else {
        if (c == '$' && peek(1) == '$') ++at_;
        word_.push_back(c);
        ++at_;
      }
    }
    HULL_CHECK(end_line());
    if (!any_rule_) return fail("a dependency file has no rule");
    return std::move(prerequisites_);
  }

 private:
  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  // A run of backslashes: what it means depends on what follows it.
  void backslashes() {
    std::size_t run = 1;
    while (peek(run) == '\\') ++run;
    const char next = peek(run);
    if (next == '\n' || (next == '\r' && peek(run + 1) == '\n')) {
      word_.append(run - 1, '\\');
      end_word();
      at_ += run + (next == '\n' ? 1 : 2);
      ++line_;
    } else if (next == ' ' || next == '\t') {
      // Doubled before a blank, and only there.
      word_.append(run / 2, '\\');
      at_ += run;
      if (run % 2 == 1) {
        word_.push_back(next);
        ++at_;
      }
    } else if (next == '#' || next == ':') {
      word_.append(run - 1, '\\');
      word_.push_back(next);
      at_ += run + 1;
    } else {
      word_.append(run, '\\');
      at_ += run;
    }
  }

  void end_word() {
    if (word_.empty()) return;
    // A colon inside a word belongs to the name; one that ends a word ends the targets.
    if (in_rule_) {
      prerequisites_.push_back(std::move(word_));
    } else {
      targets_ = true;
      in_rule_ = word_.ends_with(':');
    }
    word_.clear();
  }

  Result<void> end_line() {
    end_word();
    if (targets_ && !in_rule_) return fail(fmt::format("line {} of a dependency file is no rule; a file name with a line break in it looks like that", line_));
    any_rule_ = any_rule_ || in_rule_;
    targets_ = in_rule_ = false;
    ++line_;
    ++at_;
    return {};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  unsigned line_ = 1;
  std::string word_;
  bool targets_ = false;   // This line has names of targets.
  bool in_rule_ = false;   // ... and their colon.
  bool any_rule_ = false;
  std::vector<std::string> prerequisites_;
};

}  // namespace

Result<std::vector<std::string>> parse_depfile(std::string_view text) { return Parser(text).run(); }

}  // namespace hull::engine
