// The memory checker that came with this hull.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "toolchain/toolchain.h"

namespace hull::cli {

struct FoundChecker {
  plan::Checker usable;
  std::string why_not;  ///< A note for people: why compiles are not checked; "" when nothing need be said.
  std::vector<std::string> looked_at;  ///< Absolute paths, there or not, that decided.
};

/// The plugin, for compiles, with hull-check for what they leave. The plugin is looked for beside the program
/// that runs: in ../lib/hull, as installed, then in its own directory, as in the target directory of hull's
/// sources. hull's sources are not compiled with what was made of them.
///
/// Where hull is installed must not be part of a command, or two of them could not share results. So commands
/// name a link in `state_directory`. Errors: it cannot be made.
Result<FoundChecker> find_plugin(const toolchain::Toolchain& toolchain, const std::string& target_root,
                                 const std::string& state_directory);

/// Has hull-check, which stands beside the program that runs, check units apart from compiles. Errors: it is
/// not there.
Result<void> check_beside(plan::Checker& checker, const std::string& state_directory);

}  // namespace hull::cli
