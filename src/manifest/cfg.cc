#include "manifest/cfg.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "manifest/syntax.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

constexpr std::string_view kEndians[] = {"little", "big"};
constexpr std::string_view kWidths[] = {"32", "64"};
constexpr std::string_view kCompilers[] = {"clang", "gcc"};
constexpr std::string_view kStdlibs[] = {"libstdc++", "libc++"};
constexpr std::string_view kSanitizers[] = {"address", "undefined", "thread", "memory", "leak"};

constexpr CfgKey kKeys[] = {{"target_os", {}},
                            {"target_arch", {}},
                            {"target_env", {}},
                            {"target_pointer_width", kWidths},
                            {"target_endian", kEndians},
                            {"compiler", kCompilers},
                            {"stdlib", kStdlibs},
                            {"sanitize", kSanitizers},
                            {"profile", {}},
                            {"feature", {}}};
constexpr std::string_view kWords[] = {"unix", "debug_assertions"};

/// The parser is recursive; nobody nests this deep.
constexpr int kMaxDepth = 64;

/// Where and why a text is no expression.
struct Flaw {
  std::size_t begin = 0, end = 0;  ///< Bytes of the text.
  std::string message;
  std::vector<std::string> help;
};

/// Recursive descent over
///   cfg  = "cfg" "(" expr ")"
///   expr = word | key "=" string | ("all" | "any") "(" [expr {"," expr} [","]] ")" | "not" "(" expr ")"
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::optional<CfgExpression> parse() {
    skip_space();
    std::size_t start = at_;
    if (identifier() != "cfg") {
      at_ = start;
      return flaw(start, text_.size(), fmt::format("expected `cfg(...)`, found `{}`", printable(text_)),
                  {"write a condition: [target.'cfg(target_os = \"linux\")'.dependencies]"});
    }
    if (!expect('(')) return {};
    auto result = expression(0);
    if (!result || !expect(')')) return {};
    skip_space();
    if (at_ != text_.size()) return flaw(at_, text_.size(), "expected the end of the condition");
    return result;
  }

  const Flaw& flaw() const { return flaw_; }

 private:
  std::nullopt_t flaw(std::size_t begin, std::size_t end, std::string message,
                      std::vector<std::string> help = {}) {
    flaw_ = {begin, std::max(end, begin + 1), std::move(message), std::move(help)};
    return std::nullopt;
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
  }

  char peek() {
    skip_space();
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  bool take(char c) {
    if (peek() != c || at_ >= text_.size()) return false;
    ++at_;
    return true;
  }

  bool expect(char c) {
    if (take(c)) return true;
    flaw(at_, at_ + 1, fmt::format("expected `{}`, found {}", c, found()));
    return false;
  }

  std::string found() {
    skip_space();
    return at_ < text_.size() ? fmt::format("`{}`", printable(text_.substr(at_, 1)))
                              : "the end of the condition";
  }

  std::string_view identifier() {
    skip_space();
    std::size_t start = at_;
    auto in_word = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    while (at_ < text_.size() && in_word(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }

  std::optional<CfgExpression> expression(int depth) {
    skip_space();
    std::size_t start = at_;
    if (depth > kMaxDepth) return flaw(start, start + 1, fmt::format("nested more than {} deep", kMaxDepth));
    std::string_view word = identifier();
    if (word.empty()) return flaw(at_, at_ + 1, fmt::format("expected a condition, found {}", found()));
    if (peek() == '(') return combination(word, start, depth);
    if (take('=')) return comparison(word, start);
    return bare_word(word, start);
  }

  std::optional<CfgExpression> combination(std::string_view word, std::size_t start, int depth) {
    CfgExpression result;
    if (word == "all") result.kind = CfgExpression::Kind::All;
    else if (word == "any") result.kind = CfgExpression::Kind::Any;
    else if (word == "not") result.kind = CfgExpression::Kind::Not;
    else
      return flaw(start, start + word.size(), fmt::format("unknown operator `{}`", word),
                  {"write `all`, `any` or `not`"});
    take('(');
    std::size_t inside = at_;
    while (peek() != ')') {
      auto operand = expression(depth + 1);
      if (!operand) return {};
      result.operands.push_back(*std::move(operand));
      if (!take(',')) break;
    }
    if (!expect(')')) return {};
    if (result.kind == CfgExpression::Kind::Not && result.operands.size() != 1) {
      return flaw(inside, at_ - 1, "`not` takes exactly one condition",
                  {"write not(any(...)) or not(all(...))"});
    }
    return result;
  }

  std::optional<CfgExpression> comparison(std::string_view key, std::size_t start) {
    auto known = std::ranges::find(kKeys, key, &CfgKey::name);
    if (known == std::end(kKeys)) return unknown(key, start, "key");
    if (peek() != '"')
      return flaw(at_, at_ + 1, fmt::format("expected a value in double quotes, found {}", found()));
    std::size_t opening = at_++;
    std::size_t closing = text_.find('"', at_);
    if (closing == std::string_view::npos)
      return flaw(opening, text_.size(), "this string has no closing quote");
    CfgExpression result;
    result.kind = CfgExpression::Kind::Equals;
    result.key = key;
    result.value = text_.substr(at_, closing - at_);
    at_ = closing + 1;
    if (!known->values.empty() &&
        std::ranges::find(known->values, std::string_view(result.value)) == known->values.end()) {
      return flaw(opening, at_, fmt::format("`{}` is never `{}`", key, printable(result.value)),
                  {fmt::format("it is {}", quoted_list(known->values))});
    }
    return result;
  }

  std::optional<CfgExpression> bare_word(std::string_view word, std::size_t start) {
    if (std::ranges::find(kKeys, word, &CfgKey::name) != std::end(kKeys)) {
      return flaw(start, start + word.size(), fmt::format("`{}` needs a value", word),
                  {fmt::format("write {} = \"...\"", word)});
    }
    if (std::ranges::find(kWords, word) == std::end(kWords)) return unknown(word, start, "word");
    CfgExpression result;
    result.kind = CfgExpression::Kind::Word;
    result.key = word;
    return result;
  }

  std::nullopt_t unknown(std::string_view name, std::size_t start, std::string_view what) {
    std::vector<std::string_view> known;
    for (const CfgKey& key : kKeys) known.push_back(key.name);
    known.insert(known.end(), std::begin(kWords), std::end(kWords));
    auto meant = did_you_mean(name, known);
    return flaw(start, start + name.size(), fmt::format("unknown {} `{}`", what, name),
                {meant ? fmt::format("did you mean `{}`?", *meant) : "known are " + and_list(known)});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Flaw flaw_;
};

Error error_for(const Flaw& flaw, std::string message) {
  Error error = usage_error(std::move(message));
  error.help = flaw.help;
  return error;
}

}  // namespace

bool CfgExpression::holds(const CfgContext& context) const {
  switch (kind) {
    case Kind::Word: return context.words.contains(key);
    case Kind::Equals: {
      auto found = context.values.find(key);
      return found != context.values.end() && found->second.contains(value);
    }
    case Kind::All:
      return std::ranges::all_of(operands, [&](const CfgExpression& one) { return one.holds(context); });
    case Kind::Any:
      return std::ranges::any_of(operands, [&](const CfgExpression& one) { return one.holds(context); });
    case Kind::Not: return !operands.front().holds(context);
  }
  return false;
}

Result<CfgExpression> parse_cfg(std::string_view text) {
  Parser parser(text);
  if (auto expression = parser.parse()) return *std::move(expression);
  const Flaw& flaw = parser.flaw();
  return fail(error_for(flaw, fmt::format("{} (column {} of the condition)", flaw.message, flaw.begin + 1)));
}

Result<CfgExpression> parse_cfg(std::string_view text, const Span& where) {
  Parser parser(text);
  if (auto expression = parser.parse()) return *std::move(expression);
  const Flaw& flaw = parser.flaw();
  Span span = where;
  span.begin.column = where.begin.column + static_cast<unsigned>(flaw.begin);
  span.end = {where.begin.line, where.begin.column + static_cast<unsigned>(flaw.end)};
  return fail(error_for(flaw, flaw.message).at(span));
}

std::span<const CfgKey> cfg_keys() { return kKeys; }
std::span<const std::string_view> cfg_words() { return kWords; }

}  // namespace hull::manifest
