// `each = true`: a table that stands for a program per source, all with the settings of the table.
//
//   [[test]]                            test alpha, test beta, test gamma
//   each = true
//   sources = ["t/*.cc"]
//
// Such a table becomes targets like all others while the manifest is loaded, so that conditional tables,
// `program`, `--test` and suggestions know them by their names.
#pragma once

#include "base/result.h"
#include "manifest/manifest.h"

namespace hull::manifest {

/// Replaces every table with `each` in `manifest.targets` by one target per source below `package.root` that
/// it matches and no other table of the kind names in `sources`.
///
/// A program is called like its source without extension. Where that is no name of its own, as many
/// directories before it as are needed are put in front ("a-io", "b-io"), and at last the extension behind
/// it. A pattern that matches nothing stays as it is, for the plan to refuse when it is wanted: tests that
/// are not there fail no build without tests.
///
/// Adds the directories whose listing decided to `package.listed_directories`. `prune` names directories
/// below the root that are not looked into (what is built). Errors: a directory that cannot be listed;
/// (usage) a source that two tables with `each` match.
Result<void> expand_each(Manifest& manifest, const std::vector<std::string>& prune);

}  // namespace hull::manifest
