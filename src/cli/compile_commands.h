// compile_commands.json, kept fresh for clangd and its like.
#pragma once

#include <string>

#include "base/result.h"
#include "engine/action.h"
#include "plan/plan.h"

namespace hull::cli {

/// Writes `<target_root>/compile_commands.json` when the plan's commands differ from those written last,
/// and makes `<root>/compile_commands.json` a link to it when nothing stands there.
///
/// The text of 5,000 units is some megabytes, so an unchanged plan is told by a fingerprint over the commands
/// beside it; the file is then only looked at with one stat.
Result<void> refresh_compile_commands(const plan::Plan& plan, const engine::ActionGraph& graph, const std::string& root,
                                      const std::string& target_root);

/// The link's place when it is ours to remove: a symbolic link into `target_root`; else "".
std::string own_compile_commands_link(const std::string& root, const std::string& target_root);

}  // namespace hull::cli
