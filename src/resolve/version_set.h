// Sets of versions, as unions of ranges.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "resolve/version.h"

namespace hull::resolve {

/// Which of the infinitely many versions there could be are meant.
///
/// Releases and pre-releases are two ordered domains of one set. A requirement such as "^1.2" means no
/// pre-release of 1.2.1, of 1.2.2 and so on: in the one order of all versions that are infinitely many holes,
/// here it is the range [1.2.0, 2.0.0) of releases and no pre-releases.
///
/// Each domain is a sorted list of cuts at which membership changes, beginning outside: {1.0.0, 2.0.0} is
/// [1.0.0, 2.0.0), and a last cut without a partner leaves its range open. Every version has a next one in
/// its domain (1.2.3 has 1.2.4; 1.2.3-a has 1.2.3-a.0), so half-open ranges express all bounds, and equal
/// sets have equal cuts.
class VersionSet {
 public:
  /// No version.
  VersionSet() = default;
  static VersionSet all();
  static VersionSet all_releases();
  static VersionSet exactly(const Version& version);
  /// Releases and pre-releases from `low` on, without those from `high` on; bounds may be of either kind.
  /// Empty when `high` is not above `low`.
  static VersionSet range(const Version& low, const Version& high);
  static VersionSet at_least(const Version& low);

  bool contains(const Version& version) const;
  bool empty() const { return releases_.empty() && prereleases_.empty(); }

  VersionSet complement() const;
  friend VersionSet operator&(const VersionSet& a, const VersionSet& b);
  friend VersionSet operator|(const VersionSet& a, const VersionSet& b);
  bool subset_of(const VersionSet& other) const { return (*this & other) == *this; }
  bool disjoint(const VersionSet& other) const { return (*this & other).empty(); }
  /// The releases, or the pre-releases, among these versions.
  VersionSet releases() const;
  VersionSet prereleases() const;

  /// For people: "1.2.3", ">= 1.2, < 2", "< 1 or >= 3", "any"; "none" when empty. The releases of all numbers
  /// are "any" too: nobody means a pre-release without saying so.
  std::string text() const;

  friend bool operator==(const VersionSet& a, const VersionSet& b) = default;

 private:
  std::vector<Version> releases_;     ///< Cuts, each a release.
  std::vector<Version> prereleases_;  ///< Cuts, each a pre-release.
};

/// The next release: 1.2.4 after 1.2.3. False when 64 bits hold none (`version` is then left alone).
bool next_release(Version& version);

}  // namespace hull::resolve
