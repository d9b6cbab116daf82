// compile_commands.json, kept fresh for clangd and its like.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "engine/action.h"
#include "plan/plan.h"

namespace hull::cli {

/// Brings `<target_root>/compile_commands.json` up to date with the plan's commands, and makes
/// `<root>/compile_commands.json` a link to it when nothing stands there.
///
/// A plan holds what one command asked for: entries of files that are not in it (the tests, for a `hull
/// build`) stay while those files exist. The text of 5,000 units is some megabytes, so plans whose commands
/// are all in the file are told by fingerprints beside it; the file itself is then only looked at with one
/// stat.
Result<void> refresh_compile_commands(const plan::Plan& plan, const engine::ActionGraph& graph,
                                      const std::string& root, const std::string& target_root);

/// The link's place when it is ours to remove: a symbolic link into `target_root`; else "".
std::string own_compile_commands_link(const std::string& root, const std::string& target_root);

/// The text with the entries of `fresh`, and those of `old` whose files `fresh` does not name and `exists`
/// finds. Both in the form that plan::compile_commands_json gives: an entry a line.
struct MergedCommands {
  std::string text;
  bool replaced = false;  ///< An entry of `old` has another command now.
};
MergedCommands merge_compile_commands(std::string_view old, std::string_view fresh,
                                      const std::function<bool(const std::string& file)>& exists);

}  // namespace hull::cli
