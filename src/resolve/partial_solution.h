// What has been decided and derived so far, in order.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "resolve/incompatibility.h"

namespace hull::resolve {

/// How an incompatibility stands to what is known.
struct Relation {
  enum class Kind {
    Satisfied,     ///< All terms hold: a conflict.
    OneLeft,       ///< All but `open` hold: its negation follows.
    Inconclusive,  ///< Nothing follows: a term cannot hold, or several are open.
  };
  Kind kind = Kind::Inconclusive;
  const Term* open = nullptr;  ///< Points into the incompatibility.
};

/// The trail of assignments. Each narrows the choices of one package, by a decision or because an
/// incompatibility says so, and stands at a level: how many decisions had been made.
class PartialSolution {
 public:
  explicit PartialSolution(const Incompatibilities& known [[clang::lifetimebound]]) : known_(&known) {}

  std::uint32_t level() const { return level_; }
  /// How many assignments there are.
  std::uint32_t size() const { return static_cast<std::uint32_t>(trail_.size()); }

  /// Takes note of packages that were added to the incompatibilities.
  void grow();

  const Choices& choices(PackageId package) const [[clang::lifetimebound]] {
    return states_[index(package)].choices;
  }
  /// The version decided for `package`.
  std::optional<std::size_t> decision(PackageId package) const;
  bool must_be_present(PackageId package) const { return !choices(package).allow_absence(); }
  Relation relation(const Incompatibility& incompatibility) const [[clang::lifetimebound]];

  void decide(PackageId package, std::size_t version);
  /// Decides for the only version left, which takes no level: nothing was chosen.
  void settle(PackageId package);
  /// Takes the choices of `term`, of the incompatibility `cause`, away.
  void derive(const Term& term, IncompatibilityId cause);

  /// The last assignment that an incompatibility needed to be satisfied.
  struct Satisfier {
    PackageId package{};
    std::uint32_t level = 0;
    std::optional<IncompatibilityId> cause;  ///< Unset for a decision.
    /// The level at which the incompatibility was satisfied but for this assignment.
    std::uint32_t previous_level = 0;
  };
  Satisfier satisfier(const Incompatibility& satisfied) const;

  /// Forgets all above `level`. Returns the packages about which something was forgotten, some more than
  /// once.
  std::vector<PackageId> backtrack(std::uint32_t level);

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  struct Assignment {
    PackageId package{};
    std::optional<IncompatibilityId> cause;
    std::uint32_t level = 0;
    std::uint32_t previous = kNone;  ///< The assignment of the same package before.
    Choices choices;                 ///< With all assignments up to this one.
  };
  struct State {
    Choices choices;
    std::uint32_t last = kNone;  ///< The last assignment.
    bool decided = false;
  };

  void assign(PackageId package, Choices choices, std::optional<IncompatibilityId> cause);
  /// The first assignment after which `package` is within `choices`, given that it is within `given` too;
  /// kNone when it is so without any.
  std::uint32_t first_within(std::uint32_t last, const Choices& choices, const Choices* given) const;

  const Incompatibilities* known_;
  std::vector<State> states_;
  std::vector<Assignment> trail_;
  struct Settled {
    PackageId package{};
    std::uint32_t level = 0;
  };
  std::vector<Settled> settled_;  ///< Levels ascend.
  std::uint32_t level_ = 0;
};

}  // namespace hull::resolve
