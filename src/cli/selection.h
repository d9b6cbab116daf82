// Which packages, targets and profile a command line means.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "manifest/workspace.h"
#include "plan/plan.h"

namespace hull::cli {

/// Indices of the packages that -p, --workspace and --exclude mean; without them the default members.
/// Errors: a name or glob that matches no package (with a suggestion).
Result<std::vector<std::size_t>> selected_packages(const manifest::Workspace& workspace,
                                                   const Options& options);

/// The targets that --lib, --bin and the rest mean; `otherwise` when none was written.
plan::TargetFilter target_filter(const Options& options, plan::TargetFilter otherwise);

/// A profile with the sanitizers of the command line, and the name of its directory below the
/// target directory.
struct ChosenProfile {
  manifest::Profile profile;
  std::string directory;
};

/// --release, --profile and --sanitize; `otherwise` when no profile was written. "test" is dev and "bench" is
/// release while the manifest does not make them differ, so that their outputs are shared.
/// Errors: no such profile; sanitizers that exclude each other.
Result<ChosenProfile> chosen_profile(const manifest::Workspace& workspace, const Options& options,
                                     std::string_view otherwise);

}  // namespace hull::cli
