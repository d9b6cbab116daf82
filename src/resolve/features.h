// Features of packages, as things to solve.
//
// That feature `tls` of `net` is on is a choice of its own beside the version of `net`: the solver knows
// `net`, and `net/tls`, which is on or absent. So is the use of an optional dependency, `net/dep:openssl`,
// which is what a weak entry "openssl?/fips" asks about. What follows from a feature follows from it and the
// version together:
//
//   net 1.2.0 has tls = ["dep:openssl", "openssl?/fips"], openssl = { version = "3", optional = true }
//     net is 1.2.0 and net/tls is on              =>  net/dep:openssl is on
//     ... and net/dep:openssl is on               =>  openssl/fips is on
//     net is 1.2.0 and net/dep:openssl is on      =>  openssl is >= 3, < 4, and openssl/default is on
//
// Meaning of the entries: "Features" in the Cargo Book.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/package_provider.h"

namespace hull::resolve {

/// Something that a solution has or has not.
struct Subject {
  enum class Kind {
    Package,  ///< A version of `package`.
    Feature,  ///< Feature `name` of `package`.
    Use,      ///< The optional dependency that `package` calls `name`.
  };
  Kind kind = Kind::Package;
  std::string package;
  std::string name;  ///< Empty for a package.

  friend auto operator<=>(const Subject&, const Subject&) = default;
};

/// For tables that are never walked.
struct SubjectHash {
  std::size_t operator()(const Subject& subject) const {
    const std::hash<std::string> hash;
    // Names differ in more than their kind does; the factor is that of the golden ratio.
    return (hash(subject.package) * 0x9e3779b97f4a7c15 + hash(subject.name)) * 4 +
           static_cast<std::size_t>(subject.kind);
  }
};

/// What a version of a package asks for.
struct Demand {
  Subject wanted;
  /// The versions that do, when `wanted` is a package; part of the release. Null: any.
  const Requirement* requirement = nullptr;
  /// Asked only if this is on, too.
  std::optional<Subject> given = {};
};

/// What `release` of the package that `of` is about demands because of `of`: by itself, by a feature, or by
/// using an optional dependency. The order follows from the contents alone, not from that of the release's
/// lists. nullopt when `of` is a feature, or a dependency, that the release does not have; "default" is a
/// feature of every release.
std::optional<std::vector<Demand>> demands(const Release& release, const Subject& of);

}  // namespace hull::resolve
