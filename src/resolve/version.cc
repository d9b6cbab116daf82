#include "resolve/version.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "resolve/version_scanner.h"

namespace hull::resolve {
namespace {

bool is_number(std::string_view identifier) {
  return identifier.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Item 11.4: numbers by value and before words, words by their ASCII characters. Numbers have no leading
/// zeros, so the longer one is larger, and their size is not bounded by any integer type.
std::weak_ordering compare_identifiers(std::string_view a, std::string_view b) {
  const bool a_number = is_number(a), b_number = is_number(b);
  if (a_number != b_number) return a_number ? std::weak_ordering::less : std::weak_ordering::greater;
  if (a_number && a.size() != b.size()) return a.size() <=> b.size();
  return a <=> b;
}

/// The identifier at the front of `text`, which is cut off with its dot.
std::string_view take_identifier(std::string_view& text) {
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::string_view identifier = text.substr(0, dot);
  text.remove_prefix(std::min(dot + 1, text.size()));
  return identifier;
}

/// MAJOR.MINOR.PATCH and what follows. A flaw of the scanner otherwise.
std::optional<Version> scan_version(VersionScanner& scanner) {
  constexpr std::string_view kNumbers[] = {"major version", "minor version", "patch version"};
  std::uint64_t numbers[3] = {};
  if (scanner.peek() == 'v' || scanner.peek() == 'V') {
    return scanner.flaw(fmt::format("it begins with a letter"), {"leave out the `v`"});
  }
  for (std::size_t i = 0; i < 3; ++i) {
    if (i > 0 && !scanner.take(".")) {
      if (!scanner.at_end()) return scanner.flaw(fmt::format("expected `.`, found {}", scanner.found()));
      return scanner.flaw(fmt::format("the {} is missing", kNumbers[i]),
                          {i == 1 ? fmt::format("write {}.0.0", numbers[0])
                                  : fmt::format("write {}.{}.0", numbers[0], numbers[1])});
    }
    const auto number = scanner.number(kNumbers[i]);
    if (!number) return {};
    numbers[i] = *number;
  }
  const auto tail = scanner.tail();
  if (!tail) return {};
  if (!scanner.at_end()) return scanner.flaw(fmt::format("expected the end, found {}", scanner.found()));
  return Version(numbers[0], numbers[1], numbers[2], tail->prerelease, tail->build);
}

}  // namespace

Version::Version(std::uint64_t major, std::uint64_t minor, std::uint64_t patch, std::string_view prerelease,
                 std::string_view build)
    : Version(major, minor, patch) {
  if (prerelease.empty() && build.empty()) return;
  tail_ = std::make_shared<const Tail>(
      Tail{.text = std::string(prerelease).append(build), .prerelease_size = prerelease.size()});
}

std::string_view Version::prerelease() const {
  return tail_ ? std::string_view(tail_->text).substr(0, tail_->prerelease_size) : std::string_view();
}

std::string_view Version::build() const {
  return tail_ ? std::string_view(tail_->text).substr(tail_->prerelease_size) : std::string_view();
}

std::string Version::text() const {
  std::string text = fmt::format("{}.{}.{}", major_, minor_, patch_);
  if (is_prerelease()) (text += '-') += prerelease();
  if (!build().empty()) (text += '+') += build();
  return text;
}

std::weak_ordering Version::compare_prereleases(std::string_view a, std::string_view b) {
  // No pre-release is the release itself, which comes after all of them.
  if (a.empty() || b.empty()) return a.empty() <=> b.empty();
  while (!a.empty() && !b.empty()) {
    if (auto order = compare_identifiers(take_identifier(a), take_identifier(b)); order != 0) return order;
  }
  return !a.empty() <=> !b.empty();
}

Result<Version> parse_version(std::string_view text) {
  VersionScanner scanner(text, "version");
  if (auto version = scan_version(scanner)) return *std::move(version);
  return scanner.error();
}

}  // namespace hull::resolve
