// Which package is decided next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <queue>
#include <tuple>
#include <vector>

#include "resolve/incompatibility.h"
#include "resolve/partial_solution.h"

namespace hull::resolve {

/// Orders the packages that must be there and have no decision.
///
/// First come those with one choice left: deciding them gives nothing away. Then the order is by rank, lower
/// first; by conflicts, in steps, so that what keeps failing is settled early; and by age since something new
/// was heard of a package. A library that many use is heard of again and again, and so waits until most of
/// its users have said what they need of it, which is nearly a topological order of a graph that nobody has
/// seen.
class Agenda {
 public:
  Agenda(const Incompatibilities& known [[clang::lifetimebound]],
         const PartialSolution& solution [[clang::lifetimebound]])
      : known_(known), solution_(solution) {}

  /// A package of `rank` that is not known yet: all are added in the order of their numbers.
  void add(int rank) { packages_.push_back({.rank = rank}); }
  /// Something new is known about `package`.
  void heard_of(PackageId package) { packages_[index(package)].heard = ++clock_; }
  /// `package` had a part in a conflict.
  void blame(PackageId package) { ++packages_[index(package)].conflicts; }
  /// `package` may come sooner than before: it must be there, or is open again, or has fewer choices. Not
  /// calling this is the only way to get the order wrong; calling it too often costs time alone.
  void consider(PackageId package);

  /// The first, which stays first until it is decided or something else is considered.
  std::optional<PackageId> next();

 private:
  using Key = std::tuple<int, std::ptrdiff_t, std::uint64_t>;
  struct Package {
    int rank = 0;
    std::ptrdiff_t conflicts = 0;
    std::uint64_t heard = 0;
  };
  struct Entry {
    Key key;
    PackageId package{};
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };

  bool is_open(PackageId package) const;
  bool is_forced(PackageId package) const { return solution_.choices(package).count() == 1; }
  Key key(PackageId package) const;

  const Incompatibilities& known_;
  const PartialSolution& solution_;
  std::vector<Package> packages_;
  std::uint64_t clock_ = 0;
  // Entries may be out of date; that is seen when they are first.
  std::deque<PackageId> forced_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> others_;
};

}  // namespace hull::resolve
