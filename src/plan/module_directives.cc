#include "plan/module_directives.h"

namespace hull::plan {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (c & 0x80) != 0;
}

/// Walks a text by tokens, as far as directives need them.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<ModuleDirective> run() {
    std::vector<ModuleDirective> found;
    bool fresh = true;  // Only blanks and comments since the line began.
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n') {
        next();
        fresh = true;
      } else if (skip_blank()) {
        continue;
      } else if (fresh && c == '#') {
        skip_directive();
      } else if (is_word(c)) {
        const unsigned line = line_;
        const std::string_view first = word();
        if (fresh && !skip_literal_after(first))
          read(first, line, found);
        else if (!fresh)
          skip_literal_after(first);
        fresh = false;
      } else {
        if (c == '"' || c == '\'') {
          skip_literal(c);
        } else {
          next();
        }
        fresh = false;
      }
    }
    return found;
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  void next() {
    if (text_[at_] == '\n') ++line_;
    ++at_;
  }

  /// One blank, continued line end or comment; false when there is none.
  bool skip_blank() {
    const char c = peek();
    if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
      next();
      return true;
    }
    if (c == '\\' && (peek(1) == '\n' || (peek(1) == '\r' && peek(2) == '\n'))) {
      next();
      while (peek() != '\n') next();
      next();
      return true;
    }
    if (c == '/' && peek(1) == '/') {
      skip_line();
      return true;
    }
    if (c == '/' && peek(1) == '*') {
      next();
      next();
      while (at_ < text_.size() && !(peek() == '*' && peek(1) == '/')) next();
      if (at_ < text_.size()) {
        next();
        next();
      }
      return true;
    }
    return false;
  }

  void skip_blanks() {
    while (at_ < text_.size() && skip_blank()) {
    }
  }

  /// To the end of the line, which a backslash continues.
  void skip_line() {
    while (at_ < text_.size() && peek() != '\n') {
      if (peek() == '\\' && (peek(1) == '\n' || (peek(1) == '\r' && peek(2) == '\n'))) {
        while (peek() != '\n') next();
      }
      next();
    }
  }

  /// A preprocessing directive: as skip_line, but a comment in it may span lines.
  void skip_directive() {
    while (at_ < text_.size() && peek() != '\n') {
      if (!skip_blank()) next();
    }
  }

  std::string_view word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  void skip_literal(char quote) {
    next();
    while (at_ < text_.size() && peek() != quote && peek() != '\n') {
      if (peek() == '\\' && at_ + 1 < text_.size()) next();
      next();
    }
    if (peek() == quote) next();
  }

  /// The literal that `prefix` (u8, L, R, ...) or a number's digit separator begins. True when there was one.
  bool skip_literal_after(std::string_view prefix) {
    const char c = peek();
    const bool digit = prefix[0] >= '0' && prefix[0] <= '9';
    if (digit && c == '\'') {
      next();
      return true;
    }
    if (c != '"' && c != '\'') return false;
    if (c == '"' && prefix.ends_with('R')) {
      skip_raw();
    } else {
      skip_literal(c);
    }
    return true;
  }

  void skip_raw() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos) {
      at_ = text_.size();
      return;
    }
    const std::string close = ")" + std::string(text_.substr(at_ + 1, open - at_ - 1)) + "\"";
    const std::size_t end = text_.find(close, open);
    const std::size_t stop = end == std::string_view::npos ? text_.size() : end + close.size();
    while (at_ < stop) next();
  }

  /// A directive that begins with `first`, if it is one.
  void read(std::string_view first, unsigned line, std::vector<ModuleDirective>& found) {
    ModuleDirective directive;
    directive.line = line;
    if (first == "export") {
      skip_blanks();
      if (!is_word(peek())) return;
      first = word();
      directive.exported = true;
    }
    if (first != "module" && first != "import") return;
    directive.kind = first == "module" ? ModuleDirective::Kind::Module : ModuleDirective::Kind::Import;
    skip_blanks();
    // What may follow (cpp.pre): a name, ':', a header name or ';'. Else it is an ordinary identifier.
    const char c = peek();
    if (!(is_word(c) || c == ';' || (c == ':' && peek(1) != ':') || c == '<' || c == '"')) return;
    while (at_ < text_.size() && peek() != ';' && peek() != '\n') {
      if (skip_blank()) continue;
      if (peek() == '[') break;  // Attributes.
      directive.name += peek();
      next();
    }
    // `import = 3;` was turned away above; `module x = y;` is a declaration, too.
    if (directive.name.find_first_of("=(){}+-*&,") != std::string::npos && c != '<' && c != '"') return;
    if (peek() == ';' || peek() == '[') found.push_back(std::move(directive));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  unsigned line_ = 1;
};

}  // namespace

std::vector<ModuleDirective> module_directives(std::string_view text) { return Scanner(text).run(); }

}  // namespace hull::plan
