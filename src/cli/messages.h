// `--message-format json`: one JSON object per line on standard output, after Cargo's "external tools"
// messages: `compiler-message`, `compiler-artifact`, `build-finished`, `test`, `tests-finished`
// (docs/cli/build.md lists the fields).
#pragma once

#include <string>
#include <string_view>

#include "cli/diagnostics.h"
#include "plan/plan.h"
#include "tool/test_run.h"

namespace hull::cli {

/// A diagnostic of the action described by `description`.
std::string compiler_message(const Diagnostic& diagnostic, std::string_view description);
/// A target that is up to date. `fresh`: nothing had to be done for it. `root` makes paths absolute.
std::string artifact_message(const plan::PlannedTarget& target, const manifest::Workspace& workspace,
                             bool fresh);
std::string finished_message(bool success);
/// One test case that ended, and the end of a test run.
std::string test_message(std::string_view id, const tool::CaseResult& result);
std::string tests_finished_message(const tool::TestReport& report);

}  // namespace hull::cli
