// The layering policy: a package reads headers of packages that it lists, and of no others.
//
// Include paths alone cannot say so. A flat package is found through the parent of its directory, where
// its siblings stand too; and a path with ".." reaches everything. So every header that a compile turns
// out to have read is asked about: the innermost package directory it stands in must be the package itself
// or one that its [dependencies] lead to by public dependencies.
#pragma once

#include <memory>
#include <span>
#include <unordered_map>

#include "base/digest.h"
#include "base/string_hash.h"
#include "engine/action.h"
#include "plan/draft.h"

namespace hull::plan {

/// Which package a path belongs to. Shared by all policies of a plan.
class PackageOwners {
 public:
  explicit PackageOwners(const Draft& draft);
  /// Indices into workspace.packages, or empty for a path that no package owns. Several when manifests that
  /// stand elsewhere describe one tree.
  std::span<const std::size_t> owners(std::string_view path) const;

 private:
  std::unordered_map<std::string, std::vector<std::size_t>, StringHash, std::equal_to<>> by_directory_;
};

/// The policy of the units of one package, and its part of their digest: a dependency taken out of the
/// manifest must be noticed although no command line changes.
struct LayeringPolicy {
  std::shared_ptr<const engine::InputPolicy> policy;  ///< Null for packages that are no members.
  Digest digest;
};

/// `dev`: for tests, benches and examples, which may use [dev-dependencies] too.
LayeringPolicy layering_policy(const Draft& draft, std::shared_ptr<const PackageOwners> owners,
                               std::size_t package, bool dev);

}  // namespace hull::plan
