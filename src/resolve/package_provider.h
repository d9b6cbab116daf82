// Where the resolver learns which packages there are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "resolve/requirement.h"
#include "resolve/standard.h"
#include "resolve/version.h"

namespace hull::resolve {

/// That a version of a package uses another package.
struct Dependency {
  std::string name;                        ///< What the package's own features call it.
  std::string package;                     ///< The name of the package itself, usually the same.
  std::optional<Requirement> requirement;  ///< Unset: any version, pre-releases too, as of a path.
  std::vector<std::string> features;       ///< Of the other package, to be switched on.
  bool default_features = true;
  bool optional = false;
};

/// `name = ["other", "dep:x", "x/feature", "x?/feature"]`.
struct Feature {
  std::string name;
  std::vector<std::string> enables;
};

/// What one version of a package says of itself, for the target in question: dependencies of other targets
/// and of tests are left out by the provider. No order of these lists matters.
struct Release {
  std::vector<Dependency> dependencies;
  std::vector<Feature> features;
  std::string links;                 ///< The native library that it embodies; empty: none.
  std::optional<Standard> standard;  ///< What its own sources are compiled as; unset: it has none.
  std::optional<Standard>
      interface_standard;   ///< The oldest that its public headers can be used with; unset: any.
  std::string unavailable;  ///< Why it cannot be used: "its archive is gone"; empty: it can.
};

/// A version in the list of a package.
struct Listed {
  Version version;
  bool yanked = false;  ///< Withdrawn: only for those who have it locked.
  std::optional<std::int64_t> published =
      {};  ///< Seconds since 1970, UTC, when the source of the package knows.
};

/// Answers must be the same for the whole of one resolution.
class PackageProvider {
 public:
  virtual ~PackageProvider() = default;

  /// All versions of `package` in any order; none when there is no such package. No two may differ in build
  /// metadata alone. Errors: the source could not be asked.
  virtual Result<std::vector<Listed>> versions(const std::string& package) = 0;

  /// What `version`, which was listed, says of itself; stays valid as long as the provider. The resolver asks
  /// for versions that it tries, and when one fails for all other versions of that package: why a package
  /// cannot be used is worth saying of all its versions at once. Errors: the source could not be asked.
  virtual Result<const Release*> release(const std::string& package, const Version& version) = 0;
};

}  // namespace hull::resolve
