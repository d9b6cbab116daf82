// Actions for [[generate]]: code made by a program.
//
// With {stem} in what it writes the command runs once per input, else once for all. What it writes stands
// below target/<profile>/gen/<package>/, spelled {out}. The command runs in a sandbox that shows declared
// inputs only, so a forgotten one fails at once instead of going stale later.
#pragma once

#include "base/result.h"
#include "plan/draft.h"
#include "plan/file_finder.h"

namespace hull::plan {

/// Adds the actions of every package's [[generate]] tables and fills PackageNode::files with their outputs.
/// Errors point at the manifest: a program that is not on PATH, a placeholder that does not exist, an
/// output outside of {out}, an input that is missing, two commands that write one file.
Result<void> plan_generates(Draft& draft, FileFinder& finder);

/// Adds `below` (a path relative to the generated directory) to what `package` generates, by [[generate]]
/// (`by_program`) or [[configure]]. Errors: it leaves that directory.
Result<engine::FileId> declare_generated(Draft& draft, PackageNode& package, std::string_view below,
                                         const Span& where, bool by_program);

}  // namespace hull::plan
