// Which sources each target compiles.
//
// What its manifest lists or convention found, and generated sources: those that a target names by
// "{out}/..." belong to it; the rest to the package's library, or to its only target.
#pragma once

#include "base/result.h"
#include "plan/draft.h"
#include "plan/file_finder.h"

namespace hull::plan {

/// Fills `units` of every target, `compiled` of generated files and `generated_includes` of packages.
/// Errors point at the manifest: a pattern that matches nothing, a target without sources, a generated
/// source that no target compiles.
Result<void> find_sources(Draft& draft, FileFinder& finder);

}  // namespace hull::plan
