// PubGrub: finds versions that fit together, or the reason why there are none.
//
// The search keeps incompatibilities (what cannot all be true) and a partial solution (what is decided and
// derived so far), and repeats three steps:
//
//   propagate  An incompatibility of which all terms hold but one says that this one must not hold: its
//   choices are
//              taken away. That goes on until nothing more follows.
//   resolve    If all terms of one hold, there is a conflict. It is combined with the reason of the last
//   assignment that
//              it needed, again and again, until it blames assignments of one level that only one term
//              depends on: the root cause. It is kept, the search goes back to where it says something new,
//              and the same mistake is not made again, wherever the search is.
//   decide     Otherwise a package that must be there and is not decided gets the version that is wanted
//   most.
//
// A conflict that needs no decision is the proof that there is no solution; the reasons that led to it are
// its explanation. Since a root cause is new each time and there are finitely many, the search ends.
//
// Source: Natalie Weizenbaum, "PubGrub: Next-Generation Version Solving" (2018), and doc/solver.md of
// dart-lang/pub. What differs, and why, stands in docs/design/resolve.md.
#pragma once

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

#include "base/result.h"
#include "resolve/incompatibility.h"
#include "resolve/partial_solution.h"

namespace hull::resolve {

/// Where incompatibilities come from that are no consequence of others.
class FactSource {
 public:
  virtual ~FactSource() = default;

  /// How soon a package should be decided: lower first.
  virtual int rank(PackageId package) const = 0;
  /// The version to try first. `choices` has one.
  virtual std::size_t choose(PackageId package, const Choices& choices) const = 0;

  /// Adds to the incompatibilities what is true when `package` is `version`, if that has not been done;
  /// packages that it speaks of are added, too. For a package that is decided after another, `version` is
  /// that of the other. Errors end the search.
  virtual Result<void> add_facts(PackageId package, std::size_t version) = 0;

  /// A fact that says the same as `fact` of more versions, or `fact`. Its term about `pivot` may become any
  /// that still holds for all choices outside `allowed`; no other term may hold for less. Called for facts
  /// that are part of a conflict: this is where the versions of one package that fail for one reason are
  /// found together.
  virtual Result<IncompatibilityId> widen(IncompatibilityId fact, PackageId pivot,
                                          const Choices& allowed) = 0;
  /// Whether `fact` is one that the search starts from, and cannot be blamed.
  virtual bool is_given(FactId fact) const = 0;
};

/// The version of each package, by PackageId; unset for what is absent.
using Solution = std::vector<std::optional<std::size_t>>;
/// The incompatibility that proves that there is no solution: all its terms are given.
using Conflict = IncompatibilityId;

/// Solves what `known` holds at the start and `facts` adds. The outcome depends on the order of packages and
/// facts alone. Errors: what `facts` reports.
Result<std::variant<Solution, Conflict>> solve(Incompatibilities& known, FactSource& facts);

}  // namespace hull::resolve
