// Names of targets that other places of a manifest mention, checked once all targets are known.
#pragma once

#include "base/result.h"
#include "manifest/model.h"

namespace hull::manifest {

/// Errors (usage): `uses`, `default-run` and conditional tables that name no target of `package`, two
/// targets of one kind and name.
Result<void> check_targets(const Package& package);

}  // namespace hull::manifest
