// The actions of C++20 modules: scan, collate, and what they add to a compile. docs/design/modules.md.
//
// A target has modules when a source of it, or of a library it sees, is a module interface by its
// name; and, with libc++ and C++23, always, since any source may say `import std`. Each C++ unit of such a
// target is scanned (clang-scan-deps, P1689), one collation per target turns scans into module maps,
// and a compile reads its map as a response file and learns from the engine's late inputs which BMIs
// it waits for.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "plan/draft.h"
#include "plan/settings.h"

namespace hull::plan {

/// Sets TargetNode::modules and modules_file.
/// Errors: module sources where the compiler is not Clang, or clang-scan-deps is missing.
Result<void> find_modules(Draft& draft);

/// What the compiles of one target with modules share.
struct ModuleTarget {
  std::string bmi_directory;  ///< As in argv.

  /// Adds to the compile of `unit` its module map, late inputs, and for an interface its BMI.
  void add_to(const Unit& unit, engine::Action& action, engine::ActionGraph& graph) const;
  /// Where the BMI of an interface stands.
  std::string bmi(const Unit& unit) const;
};

class ModulePlanner {
 public:
  explicit ModulePlanner(Draft& draft) : draft_(draft) {}

  /// Adds the scans and the collation of `node`, and the standard library's modules when they may be
  /// imported.
  Result<ModuleTarget> plan(const TargetNode& node,
                            const std::map<toolchain::Language, CompileSettings>& settings,
                            const std::vector<engine::FileId>& order_only, const Digest& salt);

 private:
  struct StandardModules {
    std::string std_bmi, std_compat_bmi;
  };
  Result<StandardModules> standard_modules(const TargetNode& node);

  Draft& draft_;
  std::map<std::string, StandardModules> standard_;  ///< By directory, which names the flag set.
};

}  // namespace hull::plan
