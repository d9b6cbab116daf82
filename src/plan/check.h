// The memory checker in a plan: inside the compile as Clang's plugin, or beside it as hull-check.
//
// Only packages of the workspace are told of what is wrong in them, at the strength of their [safety]; what
// others do wrong is not for their users to mend. Packages that those use, from elsewhere or with `allow`,
// are looked at for what their functions do. Plugin, program and tables of models are inputs of the actions,
// so a new one checks again.
//
// A unit leaves a file (safety/unit.h) of what others need to know of it. For each target an action joins the
// files of its units with what the joins of the libraries below it left: what a function in one unit does to
// its caller in another is found there. A unit that says the same as before wakes no join, and a join that
// leaves the same as before none above it. Module units leave nothing.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "plan/draft.h"
#include "plan/settings.h"

namespace hull::plan {

/// How the units of one target are checked.
class TargetChecks {
 public:
  /// Lets `compile`, an action of Clang's, load the plugin where the package needs it.
  void add_to(const Unit& unit, engine::Action& compile);

  /// Adds the action that checks `unit` when that is done beside compiles. `compile` is what compiles it with
  /// `settings`, as far as it is known before `add_to`.
  Result<void> add_action(const Unit& unit, const engine::Action& compile, const CompileSettings& settings);

 private:
  friend class Checks;
  TargetChecks(Draft& draft, const TargetNode& node) : draft_(&draft), node_(&node) {}
  bool leaves_unit(const Unit& unit) const;

  Draft* draft_;
  const TargetNode* node_;
  bool wanted_ = false;  ///< The package, or one that uses it, asks for the checker.
  bool told_ = false;    ///< What is found is told.
  std::vector<std::string> levels_;
  std::vector<std::string> strict_;  ///< Where the strict profile holds; none where it holds nowhere.
  std::vector<std::string> model_paths_;
  std::vector<engine::FileId> models_;
  std::vector<engine::FileId> units_;  ///< What they leave.
};

/// Checking, of all targets of a plan.
class Checks {
 public:
  explicit Checks(Draft& draft);

  /// Errors (usage, at the manifest): a table of models that is not there.
  Result<TargetChecks> of(const TargetNode& node) const;

  /// Adds the action that joins what the units of target `t` left. The libraries below it were joined before.
  Result<void> join(std::size_t t, const TargetChecks& checks);

 private:
  Draft& draft_;
  std::vector<bool> needed_;             ///< By package.
  std::vector<engine::FileId> settled_;  ///< By target: what its join leaves.
};

}  // namespace hull::plan
