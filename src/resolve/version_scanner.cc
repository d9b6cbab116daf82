#include "resolve/version_scanner.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace hull::resolve {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool in_identifier(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

}  // namespace

bool VersionScanner::take(std::string_view word) {
  if (!text_.substr(at_).starts_with(word)) return false;
  at_ += word.size();
  return true;
}

void VersionScanner::skip_space() {
  while (peek() == ' ' || peek() == '\t') ++at_;
}

std::optional<std::uint64_t> VersionScanner::number(std::string_view what) {
  const std::string_view rest = text_.substr(at_);
  const std::size_t size = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (size == 0) return flaw(fmt::format("expected the {}, found {}", what, found()));
  if (size > 1 && rest[0] == '0') {
    const std::size_t significant = std::min(rest.find_first_not_of('0'), size - 1);
    return flaw(fmt::format("the {} has a leading zero", what),
                {fmt::format("write {}", rest.substr(significant, size - significant))});
  }
  std::uint64_t value = 0;
  if (std::from_chars(rest.data(), rest.data() + size, value).ec != std::errc{}) {
    return flaw(fmt::format("the {} does not fit 64 bits", what));
  }
  at_ += size;
  return value;
}

bool VersionScanner::wildcard() { return take("*") || take("x") || take("X"); }

std::optional<VersionScanner::Tail> VersionScanner::tail() {
  Tail tail;
  if (take("-")) {
    const auto prerelease = identifiers("pre-release", true);
    if (!prerelease) return {};
    tail.prerelease = *prerelease;
  }
  if (take("+")) {
    const auto build = identifiers("build metadata", false);
    if (!build) return {};
    tail.build = *build;
  }
  return tail;
}

std::optional<std::string_view> VersionScanner::identifiers(std::string_view what, bool numbers_are_bare) {
  const std::size_t begin = at_;
  do {
    const std::size_t start = at_;
    while (in_identifier(peek())) ++at_;
    const std::string_view identifier = text_.substr(start, at_ - start);
    if (identifier.empty()) {
      return flaw(fmt::format("expected letters, digits or hyphens of the {}, found {}", what, found()));
    }
    if (numbers_are_bare && identifier.size() > 1 && identifier[0] == '0' &&
        std::ranges::all_of(identifier, is_digit)) {
      at_ = start;
      return flaw(fmt::format("the number `{}` of the {} has a leading zero", identifier, what));
    }
  } while (take("."));
  return text_.substr(begin, at_ - begin);
}

std::string VersionScanner::found() const {
  if (at_end()) return "the end";
  // A whole character, so that the message stays UTF-8.
  const CodePoint character = decode_utf8(text_.substr(at_));
  return fmt::format("`{}`", printable(text_.substr(at_, std::max(character.size, 1U))));
}

std::nullopt_t VersionScanner::flaw(std::string message, std::vector<std::string> help) {
  if (message_.empty()) {
    flaw_at_ = at_;
    message_ = std::move(message);
    help_ = std::move(help);
  }
  return std::nullopt;
}

std::unexpected<Error> VersionScanner::error() const {
  return fail({.message = fmt::format("`{}` is no {}: {} (column {})", printable(text_), noun_, message_,
                                      flaw_at_ + 1),
               .kind = ErrorKind::Usage,
               .span = {},
               .help = help_,
               .contexts = {}});
}

}  // namespace hull::resolve
