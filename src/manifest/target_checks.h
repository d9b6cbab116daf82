// Names of targets that other places of a manifest mention, checked once all targets are known.
#pragma once

#include <string_view>

#include "base/result.h"
#include "manifest/model.h"

namespace hull::manifest {

/// True for tests, benches, examples and the libraries that only they link: what may use dev-dependencies.
bool is_for_tests(const Target& target);

/// True for the directories that stand beside the programs in target/<profile>: "obj", "tests" and such. No
/// program can have such a name.
bool is_build_directory(std::string_view name);

/// Errors (usage): `uses`, `default-run` and conditional tables that name no target of `package`; programs
/// and libraries that use a library of tests; programs called like a directory of the build.
Result<void> check_targets(const Package& package);

}  // namespace hull::manifest
