// What the solver's numbers stand for.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "resolve/features.h"
#include "resolve/incompatibility.h"
#include "resolve/requirement.h"

namespace hull::resolve {

/// Something true that came from outside, as far as its incompatibility does not say it: the versions
/// concerned are in the terms of that.
struct Fact {
  enum class Kind {
    Given,     ///< `subject` is a member of the workspace, or a feature asked for.
    Demand,    ///< Versions of `subject` demand `target`, if `via` (and `given`) is on.
    Missing,   ///< Versions of `subject` do not have the feature, or the optional dependency, that `via` is.
    Yanked,    ///< Versions of `subject` were withdrawn.
    TooYoung,  ///< Versions of `subject` were published after the cut-off.
    Unavailable,  ///< Versions of `subject` cannot be used; `detail` says why.
    Links,        ///< Versions of `subject` and of `target` both embody the native library `detail`.
    Standard,  ///< Versions of `subject`, which are `detail`, use `target`, if `via` is on; that is too old
               ///< for its interface.
  };
  Kind kind = Kind::Given;
  PackageId subject{};
  PackageId via{};     ///< The feature or use that the fact depends on; else `subject`.
  PackageId given{};   ///< A second one; else `subject`.
  PackageId target{};  ///< Else `subject`.
  /// Of a demand for a package: the versions that would do, whether they exist or not, for one version of
  /// `subject` or another; part of its releases. Null: any.
  std::vector<const Requirement*> wanted = {};
  std::string detail = {};

  /// A fact about `subject` alone.
  static Fact about(Kind kind, PackageId subject, std::string detail = {}) {
    return {kind, subject, subject, subject, subject, {}, std::move(detail)};
  }
};

/// All subjects and facts of one resolution.
struct Catalog {
  struct Entry {
    Subject subject;
    PackageId owner{};                   ///< The package that a feature or use is of; a package is its own.
    std::vector<Version> versions = {};  ///< Of a package, ascending.
    bool member = false;                 ///< A package of the workspace.
  };
  std::vector<Entry> entries;  ///< By PackageId.
  std::vector<Fact> facts;     ///< By FactId.

  const Entry& operator[](PackageId id) const [[clang::lifetimebound]] { return entries[index(id)]; }
  const Fact& operator[](FactId id) const [[clang::lifetimebound]] { return facts[index(id)]; }
};

}  // namespace hull::resolve
