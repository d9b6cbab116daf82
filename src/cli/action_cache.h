// Where the action cache of this user is.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/action_cache.h"

namespace hull::cli {

/// HULL_CACHE_DIR, $XDG_CACHE_HOME/hull or ~/.cache/hull: the first that is set; "" when none is, as in a
/// distribution's build.
std::string cache_directory(const std::vector<std::string>& environment);

/// HULL_CACHE_SIZE ("20GB"), or 10 GB. Errors (usage): it is no size.
Result<std::uint64_t> cache_size(const std::vector<std::string>& environment);

/// The cache for a build: null when there is no place for one, or it cannot be written there. A build does
/// not fail for want of a cache.
Result<std::unique_ptr<engine::ActionCache>> open_cache(const std::vector<std::string>& environment);

}  // namespace hull::cli
