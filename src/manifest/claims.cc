#include "manifest/claims.h"

#include <algorithm>

#include "base/glob.h"

namespace hull::manifest {
namespace {

/// Most files differ from a pattern before its first wildcard, which spares them the matching proper.
bool matches_one(std::string_view pattern, std::string_view file) {
  if (pattern.starts_with("./")) pattern.remove_prefix(2);
  if (!file.starts_with(pattern.substr(0, pattern.find_first_of("*?[{")))) return false;
  return pattern == file || glob_match(pattern, file);
}

}  // namespace

Claims::Claims(const Manifest& manifest) {
  for (const WrittenTarget& written : manifest.targets) add(written.target.sources, written.target.exclude);
  for (const Conditional& conditional : manifest.package.conditionals) {
    for (const Conditional::Overlay& overlay : conditional.overlays) add(overlay.sources, overlay.exclude);
  }
}

Claims::Claims(const Manifest& manifest, TargetKind kind) {
  for (const WrittenTarget& written : manifest.targets) {
    if (written.target.kind == kind && !written.each) add(written.target.sources, written.target.exclude);
  }
}

bool Claims::has(std::string_view file) const {
  return std::ranges::any_of(claims_, [&](const Claim& claim) {
    return matches(*claim.sources, file) && !matches(*claim.exclude, file);
  });
}

bool Claims::matches(const std::vector<Text>& patterns, std::string_view file) {
  return std::ranges::any_of(patterns, [&](const Text& pattern) { return matches_one(pattern.value, file); });
}

void Claims::add(const std::vector<Text>& sources, const std::vector<Text>& exclude) {
  if (!sources.empty()) claims_.push_back({&sources, &exclude});
}

std::string literal_pattern(std::string_view file) {
  std::string pattern;
  for (char c : file) {
    if (c == '\\')
      pattern += "\\\\";
    else if (std::string_view("*?[{").contains(c))
      pattern += {'[', c, ']'};
    else
      pattern += c;
  }
  return pattern;
}

}  // namespace hull::manifest
