#include "resolve/version_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace hull::resolve {
namespace {

using Cuts = std::vector<Version>;

Version lowest_release() { return {}; }
Version lowest_prerelease() { return {0, 0, 0, "0"}; }
Version first_prerelease(const Version& release) {
  return {release.major(), release.minor(), release.patch(), "0"};
}
Version release_of(const Version& version) { return {version.major(), version.minor(), version.patch()}; }

/// The first release at or after `bound`.
Version release_cut(const Version& bound) { return release_of(bound); }

/// The first pre-release at or after `bound`; nullopt when there is none.
std::optional<Version> prerelease_cut(const Version& bound) {
  if (bound.is_prerelease()) {
    return Version(bound.major(), bound.minor(), bound.patch(), bound.prerelease());
  }
  Version next = release_of(bound);
  if (!next_release(next)) return {};
  return first_prerelease(next);
}

bool in_cuts(std::span<const Version> cuts, const Version& version) {
  // Lists are short: mostly two cuts.
  bool inside = false;
  for (const Version& cut : cuts) {
    if (version < cut) return inside;
    inside = !inside;
  }
  return inside;
}

/// The cuts of the set of all that `keep(in a, in b)` holds of; `keep(false, false)` is false.
Cuts combine(std::span<const Version> a, std::span<const Version> b, auto keep) {
  Cuts result;
  std::size_t i = 0, j = 0;
  bool inside = false;
  while (i < a.size() || j < b.size()) {
    const bool in_a = i < a.size() && (j == b.size() || a[i] <= b[j]);
    const bool in_b = j < b.size() && (i == a.size() || b[j] <= a[i]);
    const Version& cut = in_a ? a[i] : b[j];
    if (in_a) ++i;
    if (in_b) ++j;
    // After an odd number of cuts one is inside.
    if (keep(i % 2 == 1, j % 2 == 1) == inside) continue;
    inside = !inside;
    result.push_back(cut);
  }
  return result;
}

Cuts complement_of(const Cuts& cuts, const Version& lowest) {
  if (!cuts.empty() && cuts.front() == lowest) return {cuts.begin() + 1, cuts.end()};
  Cuts result;
  result.reserve(cuts.size() + 1);
  result.push_back(lowest);
  result.insert(result.end(), cuts.begin(), cuts.end());
  return result;
}

/// "1.2" for 1.2.0, as bounds are written.
std::string bound_text(const Version& bound) {
  if (bound.is_prerelease() || bound.patch() != 0) return bound.text();
  if (bound.minor() != 0) return fmt::format("{}.{}", bound.major(), bound.minor());
  return fmt::format("{}", bound.major());
}

/// A range for people. Its bounds may come from different domains.
struct Shown {
  Version low;
  std::optional<Version> high;
  bool single = false;

  std::string text() const {
    if (single) return low.text();
    const bool from_start = low == lowest_release() || low == lowest_prerelease();
    if (from_start && !high) return "any";
    if (from_start) return fmt::format("< {}", bound_text(*high));
    if (!high) return fmt::format(">= {}", bound_text(low));
    // "< 1" would leave the pre-releases of 1.0.0 out.
    const bool same_numbers = low.is_prerelease() && release_of(low) == *high;
    return fmt::format(">= {}, < {}", bound_text(low), same_numbers ? high->text() : bound_text(*high));
  }
};

/// The upper bound of pre-releases that ends before those of `cut`: the release that they all lead to, if
/// there is one.
Version shown_end(const Version& cut) {
  if (cut.prerelease() == "0" && cut.patch() > 0) return {cut.major(), cut.minor(), cut.patch() - 1};
  return cut;
}

}  // namespace

bool next_release(Version& version) {
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  if (version.patch() < kMax) {
    version = {version.major(), version.minor(), version.patch() + 1};
  } else if (version.minor() < kMax) {
    version = {version.major(), version.minor() + 1, 0};
  } else if (version.major() < kMax) {
    version = {version.major() + 1, 0, 0};
  } else {
    return false;
  }
  return true;
}

VersionSet VersionSet::all() { return VersionSet().complement(); }

VersionSet VersionSet::all_releases() { return all().releases(); }

VersionSet VersionSet::at_least(const Version& low) {
  VersionSet set;
  set.releases_.push_back(release_cut(low));
  if (auto cut = prerelease_cut(low)) set.prereleases_.push_back(*std::move(cut));
  return set;
}

VersionSet VersionSet::range(const Version& low, const Version& high) {
  return at_least(low) & at_least(high).complement();
}

VersionSet VersionSet::exactly(const Version& version) {
  if (version.is_prerelease()) {
    const std::string next = std::string(version.prerelease()) + ".0";
    return range(version, {version.major(), version.minor(), version.patch(), next});
  }
  Version next = version;
  return next_release(next) ? range(version, next).releases() : at_least(version);
}

bool VersionSet::contains(const Version& version) const {
  return in_cuts(version.is_prerelease() ? prereleases_ : releases_, version);
}

VersionSet VersionSet::complement() const {
  VersionSet set;
  set.releases_ = complement_of(releases_, lowest_release());
  set.prereleases_ = complement_of(prereleases_, lowest_prerelease());
  return set;
}

VersionSet operator&(const VersionSet& a, const VersionSet& b) {
  const auto both = [](bool in_a, bool in_b) { return in_a && in_b; };
  VersionSet set;
  set.releases_ = combine(a.releases_, b.releases_, both);
  set.prereleases_ = combine(a.prereleases_, b.prereleases_, both);
  return set;
}

VersionSet operator|(const VersionSet& a, const VersionSet& b) {
  const auto either = [](bool in_a, bool in_b) { return in_a || in_b; };
  VersionSet set;
  set.releases_ = combine(a.releases_, b.releases_, either);
  set.prereleases_ = combine(a.prereleases_, b.prereleases_, either);
  return set;
}

VersionSet VersionSet::releases() const {
  VersionSet set;
  set.releases_ = releases_;
  return set;
}

VersionSet VersionSet::prereleases() const {
  VersionSet set;
  set.prereleases_ = prereleases_;
  return set;
}

std::string VersionSet::text() const {
  if (empty()) return "none";
  std::vector<Shown> shown;
  for (std::size_t i = 0; i < releases_.size(); i += 2) {
    Shown range{.low = releases_[i], .high = {}};
    if (i + 1 < releases_.size()) {
      range.high = releases_[i + 1];
      Version next = range.low;
      range.single = next_release(next) && next == *range.high;
    }
    shown.push_back(std::move(range));
  }
  for (std::size_t i = 0; i < prereleases_.size(); i += 2) {
    Shown range{.low = prereleases_[i], .high = {}};
    if (i + 1 < prereleases_.size()) {
      const Version& cut = prereleases_[i + 1];
      range.single = exactly(range.low).prereleases_.back() == cut;
      range.high = shown_end(cut);
    }
    // Pre-releases between the releases of a range need no word, and those before its first only lower its
    // bound.
    const auto follower = std::ranges::find_if(shown, [&](const Shown& other) {
      if (range.single || other.low.is_prerelease()) return false;
      if (prerelease_cut(other.low) == range.low) return range.high == other.high;
      return other.low == release_of(range.low) && (!range.high || *range.high >= other.low);
    });
    if (follower != shown.end()) {
      follower->low = std::min(follower->low, range.low);
      follower->single = false;
    } else {
      shown.push_back(std::move(range));
    }
  }
  std::ranges::sort(shown, {}, &Shown::low);
  std::string text;
  for (const Shown& range : shown) {
    if (!text.empty()) text += " or ";
    text += range.text();
  }
  return text;
}

}  // namespace hull::resolve
