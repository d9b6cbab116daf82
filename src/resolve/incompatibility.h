// What cannot all be true at once, and why.
//
// Everything that the solver knows is an incompatibility: a dependency of a 1.0 on b ^2 is "a is 1.0 and b is
// absent or not ^2"; a yanked version is one term alone. Some are facts, which come from outside; others are
// derived from two that were known before, so the reasons of each form a graph whose leaves are facts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "resolve/choices.h"

namespace hull::resolve {

/// Something that the solver chooses: a package, or a feature of one that is on or absent.
enum class PackageId : std::uint32_t {};
enum class IncompatibilityId : std::uint32_t {};
/// What the source of facts calls a fact by.
enum class FactId : std::uint32_t {};

inline std::size_t index(auto id) { return static_cast<std::size_t>(id); }

/// Holds when what is chosen for `package` is among `choices`.
struct Term {
  PackageId package{};
  Choices choices;
};

struct Incompatibility {
  /// Sorted by package, each once; no term that always holds. Without terms nothing is possible.
  std::vector<Term> terms;
  /// Of a fact.
  FactId fact{};
  /// Of a derived incompatibility.
  IncompatibilityId left{}, right{};
  bool derived = false;

  /// The term about `package`, or nullptr.
  const Term* find(PackageId package) const;
  /// The choices of the term about `package`, of which there is one.
  const Choices& choices(PackageId package) const;
};

/// All incompatibilities of one search, and how many versions each package has.
class Incompatibilities {
 public:
  /// A further package. When `after` is another one, it is decided only after that, whose version says what
  /// it means.
  PackageId add_package(std::size_t versions);
  PackageId add_package(std::size_t versions, PackageId after);
  std::size_t packages() const { return packages_.size(); }
  std::size_t versions(PackageId package) const { return packages_[index(package)].versions; }
  PackageId after(PackageId package) const { return packages_[index(package)].after; }
  /// What comes after `package`.
  std::span<const PackageId> followers(PackageId package) const [[clang::lifetimebound]] {
    return packages_[index(package)].followers;
  }

  /// `terms` in any order, about different packages. Terms that always hold are dropped; an incompatibility
  /// with a term that never holds says nothing and must not be added.
  IncompatibilityId add_fact(std::vector<Term> terms, FactId fact);
  /// What follows from `left` and `right` whatever is chosen for `pivot`, about which both have a term: if
  /// one of the two excludes a choice of it, only choices that neither excludes remain, so their pivot terms
  /// are united and all others must hold together. This is PubGrub's rule of resolution; with sets of
  /// choices, its special case of a satisfier that satisfies a term only in part is no special case.
  IncompatibilityId derive(IncompatibilityId left, IncompatibilityId right, PackageId pivot);

  std::size_t size() const { return all_.size(); }
  const Incompatibility& operator[](IncompatibilityId id) const [[clang::lifetimebound]] {
    return all_[index(id)];
  }

 private:
  struct Package {
    std::size_t versions = 0;
    PackageId after{};
    std::vector<PackageId> followers = {};
  };
  std::vector<Package> packages_;
  std::vector<Incompatibility> all_;
};

}  // namespace hull::resolve
