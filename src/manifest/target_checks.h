// Names of targets that other places of a manifest mention, checked once all targets are known.
#pragma once

#include "base/result.h"
#include "manifest/model.h"

namespace hull::manifest {

/// True for tests, benches, examples and the libraries that only they link: what may use dev-dependencies.
bool is_for_tests(const Target& target);

/// Errors (usage): `uses`, `default-run` and conditional tables that name no target of `package`; programs
/// and libraries that use a library of tests.
Result<void> check_targets(const Package& package);

}  // namespace hull::manifest
