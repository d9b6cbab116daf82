// Which targets take part in a build, and which libraries each of them links directly.
//
// The wanted targets of the selected packages come first; every library they reach is added on the
// way, and so is every program that generates code for a package that takes part.
#pragma once

#include "base/result.h"
#include "plan/draft.h"

namespace hull::plan {

/// Fills Draft::targets (in the order in which they are reached), PackageNode::targets and generators.
/// Errors: a name of the command line or of `uses` and `libs` that no target has (with a suggestion),
/// a wanted target whose features are off, a library that is a plugin, a cycle of libraries (named).
Result<void> choose_targets(Draft& draft);

}  // namespace hull::plan
