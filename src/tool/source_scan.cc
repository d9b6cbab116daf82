#include "tool/source_scan.h"

#include <cctype>

#include "base/text.h"

namespace hull::tool {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  SourceFacts scan() {
    bool line_start = true;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n') {
        line_start = true;
        ++at_;
      } else if (std::isspace(static_cast<unsigned char>(c))) {
        ++at_;
      } else if (text_.substr(at_).starts_with("//")) {
        skip_line();
      } else if (text_.substr(at_).starts_with("/*")) {
        const auto end = text_.find("*/", at_ + 2);
        at_ = end == text_.npos ? text_.size() : end + 2;
      } else if (c == '#' && line_start) {
        directive();
      } else {
        line_start = false;
        token();
      }
    }
    return std::move(facts_);
  }

 private:
  /// To the end of the line, with continuation lines.
  void skip_line() {
    while (at_ < text_.size() && text_[at_] != '\n')
      at_ += text_[at_] == '\\' && at_ + 1 < text_.size() ? 2 : 1;
  }

  void directive() {
    const std::size_t begin = at_ + 1;
    skip_line();
    at_ = std::min(at_, text_.size());
    std::string_view line = trim(text_.substr(begin, at_ - begin));
    if (!line.starts_with("include")) return;
    line = trim(line.substr(7));
    if (line.empty()) return;
    const char close = line[0] == '"' ? '"' : line[0] == '<' ? '>' : 0;
    const auto end = close ? line.find(close, 1) : line.npos;
    if (end == line.npos) return;
    (close == '"' ? facts_.quoted : facts_.angled).emplace_back(line.substr(1, end - 1));
  }

  void literal(char quote) {
    ++at_;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') at_ += text_[at_] == '\\' ? 2 : 1;
    ++at_;
  }

  void raw_string() {
    const auto open = text_.find('(', at_);
    if (open == text_.npos) {
      at_ = text_.size();
      return;
    }
    const std::string close = ")" + std::string(text_.substr(at_ + 1, open - at_ - 1)) + "\"";
    const auto end = text_.find(close, open);
    at_ = end == text_.npos ? text_.size() : end + close.size();
  }

  void token() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') {
      literal(c);
      word_ = {};
    } else if (is_word(c)) {
      const std::size_t begin = at_;
      // 1'000 is one token.
      while (at_ < text_.size() &&
             (is_word(text_[at_]) || (text_[at_] == '\'' && std::isdigit(static_cast<unsigned char>(c)))))
        ++at_;
      const std::string_view word = text_.substr(begin, at_ - begin);
      if (word.ends_with('R') && word.size() <= 3 && at_ < text_.size() && text_[at_] == '"') {
        raw_string();
        return;
      }
      before_ = word_;
      word_ = word;
    } else {
      if (c == '{') {
        // Braces of a namespace or of extern "C" do not hide what is in them.
        scopes_.push_back(hides_);
        hides_ = hides_ || !opens_namespace_;
        opens_namespace_ = false;
      } else if (c == '}' && !scopes_.empty()) {
        hides_ = scopes_.back();
        scopes_.pop_back();
      } else if (c == '(' && word_ == "main" && !hides_ &&
                 (before_ == "int" || before_ == "auto" || before_ == "void")) {
        facts_.has_main = true;
      }
      if (c == ';') opens_namespace_ = false;
      word_ = {};
      before_ = {};
      ++at_;
      return;
    }
    if (word_ == "namespace" || word_ == "extern") opens_namespace_ = true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view word_, before_;  ///< The last two words with nothing but blanks between them.
  std::vector<bool> scopes_;
  bool hides_ = false;  ///< Inside a class or a function.
  bool opens_namespace_ = false;
  SourceFacts facts_;
};

}  // namespace

SourceFacts scan_source(std::string_view text) { return Scanner(text).scan(); }

}  // namespace hull::tool
