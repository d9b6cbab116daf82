// The memory checker in a plan: inside the compile as Clang's plugin, or beside it as hull-check.
//
// Only packages of the workspace are checked, at the strength of their [safety]; what others do wrong is not
// for their users to mend. Plugin, program and tables of models are inputs of the actions, so a new one
// checks again.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "plan/draft.h"
#include "plan/settings.h"

namespace hull::plan {

/// How the units of one package are checked.
class Checks {
 public:
  /// Errors (usage, at the manifest): a table of models that is not there.
  static Result<Checks> of(Draft& draft, const PackageNode& package);

  /// Lets `compile`, an action of Clang's, load the plugin where the package asks for it.
  void add_to(const Unit& unit, engine::Action& compile) const;

  /// Adds the action that checks `unit` when hull-check is wanted. `compile` is what compiles it with
  /// `settings`, as far as it is known before `add_to`.
  Result<void> add_action(const TargetNode& node, const Unit& unit, const engine::Action& compile,
                          const CompileSettings& settings) const;

 private:
  Checks(Draft& draft, const PackageNode& package) : draft_(&draft), package_(&package) {}

  Draft* draft_;
  const PackageNode* package_;
  bool wanted_ = false;  ///< The package asks for the checker.
  std::vector<std::string> plugin_words_;
  std::vector<std::string> program_words_;
  std::vector<engine::FileId> models_;
};

}  // namespace hull::plan
