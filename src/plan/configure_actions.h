// Actions for [[configure]]: one per probe, and one that writes the header from all answers (configure.h).
//
// A probe is compiled as the package's own C or C++ is: with the profile, the standard, and the headers of
// the system libraries that the package lists. Its answer is a file, so probes run in parallel, are cached like any
// action, and are asked again only when what they read has changed.
#pragma once

#include "base/result.h"
#include "plan/draft.h"

namespace hull::plan {

/// Adds the actions of every package's [[configure]] tables and fills PackageNode::files with their outputs.
/// Errors (usage, at the manifest): a template that does not exist.
Result<void> plan_configures(Draft& draft);

}  // namespace hull::plan
