// Chooses the versions of all packages that a workspace needs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "resolve/package_provider.h"

namespace hull::resolve {

/// A package of the workspace. It is part of every solution, and is what dependencies of its name mean.
struct Member {
  std::string name;
  Version version;
  Release release;                         ///< Dependencies for its tests included.
  std::vector<std::string> features = {};  ///< To be switched on.
  bool default_features = true;
};

struct Options {
  enum class Strategy {
    Highest,  ///< The newest version that fits.
    Lowest,   ///< The oldest, to test lower bounds.
  };
  Strategy strategy = Strategy::Highest;
  /// Versions published at this time or later (seconds since 1970, UTC) are not used. Those of which no time
  /// is known are.
  std::optional<std::int64_t> published_before = {};
  /// Versions to keep where possible, by package. They may be yanked, and published at any time.
  std::map<std::string, Version, std::less<>> locked = {};
};

/// A package of a solution. Names are sorted.
struct Selected {
  std::string name;
  Version version;
  std::vector<std::string> features;  ///< That are on.
  std::vector<std::string>
      uses;  ///< Optional dependencies in use, by the names that the package has for them.

  friend bool operator==(const Selected&, const Selected&) = default;
};

/// One version of each package that is needed, sorted by name, the members among them.
struct Resolution {
  std::vector<Selected> packages;
};

/// No choice of versions satisfies everyone.
struct Unsolvable {
  std::string explanation;  ///< For people, some lines (explain.h).
};

/// Depends on the arguments and the provider's answers alone, whatever their order: no clock, no environment.
/// Complete: if there is a solution, it finds one. Errors: those of the provider; lists of versions with two
/// that differ in build metadata alone; two members of one name.
Result<std::variant<Resolution, Unsolvable>> resolve(std::span<const Member> members,
                                                     PackageProvider& provider, const Options& options);

}  // namespace hull::resolve
