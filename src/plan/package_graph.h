// Which packages take part in a build, in which order, and what each depends on.
//
// From the selected packages the walk follows [dependencies], and [dev-dependencies] of selected
// packages when their tests are planned, and the packages of programs that generate code ({bin:NAME}).
// Each package is configured once: conditionals that hold are merged, optional dependencies that no
// feature enables are gone.
#pragma once

#include "base/result.h"
#include "plan/draft.h"

namespace hull::plan {

/// Fills Draft::features, packages (dependencies before dependents), package_of and systems.
/// Errors: a cycle of packages (named), a dependency that cannot be fetched, an unknown system library.
Result<void> configure_packages(Draft& draft);

/// The bin target that `{bin:name}` means in a command of `package`: one of its own, else the only one
/// of that name in the workspace. Returns (workspace index of the package, index into its targets).
/// Errors: none, or several; point at `where`.
Result<std::pair<std::size_t, std::size_t>> program_of_workspace(const manifest::Workspace& workspace,
                                                                 const manifest::Package& package,
                                                                 std::string_view name, const Span& where);

/// The names in the `{bin:NAME}` placeholders of `word`.
std::vector<std::string_view> programs_named(std::string_view word);

}  // namespace hull::plan
