// Features of one package: what they are called and what they switch on.
//
// A feature's list may name another feature ("other"), an optional dependency ("dep:x"), a feature of
// a dependency ("x/feature", which also switches x on), or the same only if x is on anyway
// ("x?/feature"). As in Cargo, an optional dependency that no list mentions as "dep:x" is a feature
// of its own name.
//
// A feature that is on is a macro for every unit of the package, as Cargo's cfg(feature) is for every module
// of a crate. One that only chooses targets, sources or dependencies says `define = false`; then switching it
// changes no compile (docs/design/defaults.md).
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/manifest.h"
#include "manifest/model.h"
#include "manifest/table_reader.h"

namespace hull::manifest {

/// One entry of a feature's list, taken apart.
struct Enable {
  enum class Kind { Feature, Dependency, DependencyFeature };
  Kind kind = Kind::Feature;
  std::string_view dependency;  ///< Unset for Feature.
  std::string_view feature;     ///< Unset for Dependency.
  bool weak = false;            ///< "x?/feature".
};
Enable parse_enable(std::string_view text);

/// Every dependency of `package`, those of its conditional tables included.
std::vector<const Dependency*> every_dependency(const Package& package);

/// Optional dependencies that are features of their own name.
std::set<std::string, std::less<>> implicit_features(const Package& package);

/// Every name that may be asked for: written and implicit features.
std::vector<std::string_view> feature_names(const Package& package);

/// Follows the lists from `on` through the package's own features. Names that are no features of it
/// are kept as they are.
std::set<std::string, std::less<>> closure(const Package& package, std::span<const std::string> on);

/// Optional dependencies that `features` (a closure) switch on.
std::set<std::string, std::less<>> enabled_dependencies(const Package& package,
                                                        const std::set<std::string, std::less<>>& features);

/// The macro by which sources of `package` see that `feature` is on: HULL_FEATURE_TLS for "tls". None for a
/// feature with `define = false`.
std::optional<std::string> feature_macro(const Package& package, std::string_view feature);

/// Notes entries of feature lists and of `required-features` that name nothing.
void check_features(const Manifest& manifest, Problems& problems);

}  // namespace hull::manifest
