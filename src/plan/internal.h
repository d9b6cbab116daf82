// Steps of a build that hull does itself, run as actions: `hull internal STEP ARGUMENTS`.
#pragma once

#include <string>
#include <vector>

namespace hull::plan {

/// Runs one step (`arguments` begin with its name) and returns the exit code; errors go to standard error as
/// people read them.
int run_internal(const std::vector<std::string>& arguments);

}  // namespace hull::plan
