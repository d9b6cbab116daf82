// What a dependency asks of versions: Cargo's requirements.
//
//   form                      means
//   1.2.3, ^1.2.3             >=1.2.3, <2.0.0      the leftmost number that is not 0 stays (caret)
//   ^0.2.3, ^0.0.3            >=0.2.3, <0.3.0; only 0.0.3
//   ~1.2.3, ~1.2, ~1          >=1.2.3, <1.3.0; >=1.2.0, <1.3.0; >=1.0.0, <2.0.0 (tilde)
//   *, 1.*, 1.2.*             any release; 1 and up to 2; 1.2 and up to 1.3 (wildcard)
//   =1.2.3, >1.2, >=1, <2 ... comparisons; of a version without all numbers, with all that it leaves open
//   >=1.2, <1.5               all at once
//
// A pre-release is matched only when a comparison names a pre-release of the same three numbers:
// "^1.2.0-rc.1" matches 1.2.0-rc.2, 1.2.0 and 1.3.0, not 1.3.0-rc.1. Build metadata is ignored. Source:
// "Specifying Dependencies" of the Cargo Book, and the behaviour of the crate `semver` where it is silent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "resolve/version_set.h"

namespace hull::resolve {

/// One comparison of a requirement.
struct Comparator {
  enum class Op { Caret, Tilde, Wildcard, Exact, Greater, GreaterEqual, Less, LessEqual };
  Op op = Op::Caret;
  /// Numbers from the left that are written: 1 to 3; 0 for "*".
  unsigned precision = 3;
  Version version;  ///< 0 for numbers that are not written; a pre-release only with all three.

  std::string text() const;
  /// What the comparison itself holds of. That a pre-release must be named is a matter of the whole
  /// requirement.
  VersionSet versions() const;
};

/// A parsed requirement with the versions that it means.
class Requirement {
 public:
  /// "*".
  Requirement();
  /// All of `comparators` at once; there is at least one.
  explicit Requirement(std::vector<Comparator> comparators);

  /// Cargo's spelling: "^1.2", ">=1.2, <1.5".
  std::string text() const;
  const VersionSet& versions() const { return versions_; }
  bool matches(const Version& version) const { return versions_.contains(version); }

 private:
  std::vector<Comparator> comparators_;
  VersionSet versions_;
};

/// Reads a requirement. Errors (usage): what is wrong, the column, and how to write it; also that no version
/// at all can satisfy it (">2, <1").
Result<Requirement> parse_requirement(std::string_view text);

}  // namespace hull::resolve
