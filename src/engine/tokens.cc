#include "engine/tokens.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/path.h"
#include "base/text.h"

namespace hull::engine {

namespace {

constexpr char kLineEndInBlockComment = '\x01';
constexpr char kLineEndInLineComment = '\x02';
constexpr char kOpeningInBlockComment = '\x03';

constexpr std::array<bool, 256> make_identifier_table() {
  std::array<bool, 256> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[c] = true;
  for (int c = 'A'; c <= 'Z'; ++c) table[c] = true;
  for (int c = '0'; c <= '9'; ++c) table[c] = true;
  for (int c = 128; c < 256; ++c) table[c] = true;
  table['_'] = table['$'] = true;
  return table;
}
constexpr auto kIdentifier = make_identifier_table();
bool in_identifier(char c) { return kIdentifier[static_cast<unsigned char>(c)]; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

// Compilers warn of a comment that is no UTF-8.
bool is_utf8(std::string_view text) {
  if (is_ascii(text)) return true;
  while (!text.empty()) {
    const std::size_t size = decode_utf8(text).size;
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

// Compilers take a carriage return alone for a line end, and so for the end of a comment.
bool has_lone_return(std::string_view text) {
  for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') return true;
  }
  return false;
}

// Whether a pragma may turn on warnings that read comments. One that turns them off, around a foreign header, does not.
bool warns_of_comments(std::string_view text) {
  for (const std::string_view warning : {"-Wdocumentation", "-Weverything", "-Winvalid-utf8"}) {
    for (auto at = text.find(warning); at != std::string_view::npos; at = text.find(warning, at + 1)) {
      const auto begin = text.rfind('\n', at) + 1;
      if (!text.substr(begin, at - begin).contains("ignored")) return true;
    }
  }
  return false;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { out_.reserve(text.size()); }

  TextFacts run(const Digest& content) {
    // A byte order mark is no token.
    if (text_.starts_with("\xef\xbb\xbf")) blank(3);
    // Whether ??/ is a backslash depends on the language mode.
    opaque_ = has_lone_return(text_) || text_.contains("?\?/") || !is_utf8(text_);
    facts_.embeds = warns_of_comments(text_);
    included_bytes();
    while (at_ < text_.size()) step();
    std::sort(facts_.spellings.begin(), facts_.spellings.end());
    facts_.spellings.erase(std::unique(facts_.spellings.begin(), facts_.spellings.end()), facts_.spellings.end());
    facts_.tokens = opaque_ ? content : sha256(out_);
    return std::move(facts_);
  }

 private:
  // .incbin "x.bin", in assembly or in a string for the assembler, where the quotes have backslashes.
  void included_bytes() {
    constexpr std::string_view kDirective = ".incbin";
    for (auto at = text_.find(kDirective); at != std::string_view::npos; at = text_.find(kDirective, at + 1)) {
      const auto quote = text_.find_first_not_of(" \t\\", at + kDirective.size());
      if (quote == std::string_view::npos || text_[quote] != '"') continue;
      const auto end = text_.find_first_of("\"\\\n", quote + 1);
      if (end == std::string_view::npos || end == quote + 1) continue;
      facts_.spellings.push_back(fmt::format("!{}", text_.substr(quote + 1, end - quote - 1)));
    }
  }

  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  // `count` bytes that separate tokens.
  void blank(std::size_t count) {
    blanks_ += count;
    at_ += count;
  }
  void line_end(char mark) {
    blanks_ = 0;
    out_.push_back(mark);
    ++at_;
  }
  // `count` bytes of a token, as they are.
  void keep(std::size_t count) {
    count = std::min(count, text_.size() - at_);
    out_.append(blanks_, ' ');
    blanks_ = 0;
    out_.append(text_.substr(at_, count));
    at_ += count;
  }

  void step() {
    const char c = peek();
    if (c == '\n') {
      line_end('\n');
      line_start_ = true;
      return;
    }
    if (is_blank(c)) return blank(1);
    if (c == '/' && peek(1) == '/') return line_comment();
    if (c == '/' && peek(1) == '*') return block_comment();
    const bool starts_line = std::exchange(line_start_, false);
    if (starts_line && c == '#') return directive(1);
    if (starts_line && c == '%' && peek(1) == ':') return directive(2);
    if (in_identifier(c) || (c == '.' && is_digit(peek(1)))) return word();
    if (c == '"' || c == '\'') return literal(c);
    if (c == '\\' && splice_size(0) != 0) {
      // After a part of a token, or a slash, the splice would have to be seen through.
      if (blanks_ == 0 && at_ > 0 && (in_identifier(text_[at_ - 1]) || text_[at_ - 1] == '/')) opaque_ = true;
      splice();
      line_start_ = starts_line;
      return;
    }
    // The marks stand for line ends in comments; and a backslash before a comment is no splice, though it would look like
    // one without the comment.
    if ((c >= kLineEndInBlockComment && c <= kOpeningInBlockComment) || c == '\\') opaque_ = true;
    keep(1);
  }

  // The bytes of a backslash, blanks and a line end `ahead` of here; 0 when there is none.
  std::size_t splice_size(std::size_t ahead) const {
    if (peek(ahead) != '\\') return 0;
    std::size_t size = ahead + 1;
    while (is_blank(peek(size))) ++size;
    return peek(size) == '\n' ? size + 1 - ahead : 0;
  }
  // A spliced line: what follows goes on with it.
  void splice() {
    keep(splice_size(0) - 1);
    line_end('\n');
  }
  // The bytes up to the line end that no backslash hides.
  std::size_t line_size() const {
    std::size_t size = 0;
    while (at_ + size < text_.size() && peek(size) != '\n') {
      const std::size_t splice = splice_size(size);
      size += splice != 0 ? splice : 1;
    }
    return std::min(size, text_.size() - at_);
  }

  void line_comment() {
    // C89 knows no line comments: there this is a slash before a block comment.
    if (peek(2) == '*') return keep(line_size());
    while (at_ < text_.size() && peek() != '\n') {
      if (splice_size(0) != 0) {
        while (peek() != '\n') blank(1);
        line_end(kLineEndInLineComment);
        continue;
      }
      blank(1);
    }
  }

  void block_comment() {
    blank(2);
    while (at_ < text_.size()) {
      if (peek() == '*' && peek(1) == '/') return blank(2);
      if (peek() == '*' && peek(1) == '\\') opaque_ = true;
      // Compilers warn of it, and a warning may be an error.
      if (peek() == '/' && peek(1) == '*') out_.push_back(kOpeningInBlockComment);
      if (peek() == '\n') {
        line_end(kLineEndInBlockComment);
      } else {
        blank(1);
      }
    }
    opaque_ = true;  // It never ends, which is an error.
  }

  // Blanks, comments and spliced line ends inside a directive.
  void skip_space() {
    for (;;) {
      if (is_blank(peek())) {
        blank(1);
      } else if (peek() == '/' && peek(1) == '*') {
        block_comment();
      } else if (splice_size(0) != 0) {
        splice();
      } else {
        return;
      }
    }
  }

  // An identifier or a number, and the literal it prefixes.
  void word() {
    std::size_t size = 0;
    const bool number = is_digit(peek()) || peek() == '.';
    while (in_identifier(peek(size)) || (number && peek(size) == '.') ||
           (number && peek(size) == '\'' && in_identifier(peek(size + 1))) ||
           (number && (peek(size) == '+' || peek(size) == '-') && size > 0 &&
            std::string_view("eEpP").contains(peek(size - 1)))) {
      ++size;
    }
    const std::string_view name = text_.substr(at_, size);
    const bool raw = peek(size) == '"' && (name == "R" || name == "LR" || name == "uR" || name == "UR" || name == "u8R");
    // U+00A0 and its like separate tokens for some compilers; then this is a raw string.
    if (!raw && peek(size) == '"' && name.ends_with('R') && !is_ascii(name)) opaque_ = true;
    keep(size);
    if (raw) return raw_string();
    if (name == "__has_include" || name == "__has_include_next") header_query();
    if (name == "__has_embed") {
      facts_.embeds = true;
      header_query();
    }
    // A header unit. Elsewhere `import` is a name, and what follows it is kept as it is.
    if (name == "import") header_name(false);
  }

  void literal(char quote) {
    std::size_t size = 1;
    while (at_ + size < text_.size() && peek(size) != quote && peek(size) != '\n') {
      // An escape takes the next byte along; a spliced line goes on inside the literal.
      if (const std::size_t splice = splice_size(size); splice != 0) {
        size += splice;
      } else if (peek(size) == '\\') {
        if (splice_size(size + 1) != 0) opaque_ = true;  // It escapes what follows the splice.
        size += 2;
      } else {
        ++size;
      }
    }
    keep(peek(size) == quote ? size + 1 : size);
  }

  void raw_string() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos || open - at_ > 17) return literal('"');
    const std::string_view delimiter = text_.substr(at_ + 1, open - at_ - 1);
    if (delimiter.find_first_of(" \"\\)\t\v\f\n") != std::string_view::npos) return literal('"');
    std::string close = ")";
    close += delimiter;
    close += '"';
    const std::size_t end = text_.find(close, open);
    keep(end == std::string_view::npos ? text_.size() - at_ : end + close.size() - at_);
  }

  // "x.h" or <x.h>, kept whole ("//" in it is no comment), and remembered. False when there is none.
  bool header_name(bool query) {
    skip_space();
    const char close = peek() == '<' ? '>' : peek() == '"' ? '"' : '\0';
    if (close == '\0') return false;
    std::size_t size = 1;
    while (at_ + size < text_.size() && peek(size) != close && peek(size) != '\n') ++size;
    if (peek(size) != close) return false;
    const std::string name(text_.substr(at_, size));
    // Beside a file found as a/x.h lies no b/x.h that "../x.h" would have found first: such names are looked up in full.
    if (query || name.find("..") != std::string::npos) {
      facts_.spellings.push_back("?" + name);
    } else if (close == '"') {
      facts_.spellings.push_back(name);
    }
    keep(size + 1);
    return true;
  }

  void header_query() {
    skip_space();
    if (peek() != '(') return;
    keep(1);
    header_name(true);
  }

  // At a # (or %:, `mark_size` bytes) that starts a line.
  void directive(std::size_t mark_size) {
    keep(mark_size);
    skip_space();
    const std::string_view name = directive_word();
    if (name == "embed") {
      facts_.embeds = true;
      header_name(false);
    } else if (name == "include" || name == "include_next" || name == "import") {
      if (!header_name(false)) facts_.spellings.push_back("*");
    } else if (name == "error" || name == "warning") {
      message();
    } else if (name == "pragma") {
      skip_space();
      if (directive_word() == "mark") message();
    }
  }
  std::string_view directive_word() {
    std::size_t size = 0;
    while (in_identifier(peek(size))) ++size;
    const std::string_view word = text_.substr(at_, size);
    if (peek(size) == '"' && word.ends_with('R')) opaque_ = true;  // A raw string here is beyond reason.
    keep(size);
    return word;
  }

  // The rest of a directive that compilers read as it stands, comments and quotes too, where they obey it, and as tokens
  // where they skip it.
  void message() {
    const std::size_t size = line_size();
    if (text_.substr(at_, size).contains("/*")) opaque_ = true;
    keep(size);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t blanks_ = 0;
  bool line_start_ = true;
  bool opaque_ = false;
  std::string out_;
  TextFacts facts_;
};

}  // namespace

TextFacts scan_text(std::string_view text, const Digest& content) { return Scanner(text).run(content); }

bool is_text(std::string_view path, std::string_view start) {
  // Programs have no extension either, and objects have one that is not ours.
  const bool named = is_c_family(path) && !path::extension(path).empty();
  return named || !start.substr(0, 512).contains('\0');
}

TextFacts facts_of(std::string_view path, std::string_view text, const Digest& content) {
  if (!is_text(path, text)) return {.tokens = content, .spellings = {}};
  TextFacts facts = scan_text(text, content);
  if (!is_c_family(path)) facts.tokens = content;
  return facts;
}

bool is_c_family(std::string_view path) {
  static constexpr std::string_view kExtensions[] = {"",     ".h",   ".hh",  ".hpp",  ".hxx", ".h++", ".inc", ".inl",
                                                     ".ipp", ".tcc", ".tpp", ".def",  ".c",   ".cc",  ".cpp", ".cxx",
                                                     ".c++", ".cppm", ".ixx", ".cu",  ".m",   ".mm"};
  const std::string_view extension = path::extension(path);
  return std::find(std::begin(kExtensions), std::end(kExtensions), extension) != std::end(kExtensions);
}

}  // namespace hull::engine
