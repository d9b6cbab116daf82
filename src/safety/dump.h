// Facts as text, for those who work on the checker: HULL_SAFETY_DUMP=1 hull-check FILE -- FLAGS.
#pragma once

#include <string>

#include "safety/fact.h"
#include "safety/summary.h"

namespace hull::safety {

/// One line per fact, blocks in the order of their numbers.
std::string dump(const Facts& facts);

/// What callers will know of it.
std::string dump(const Facts& facts, const std::vector<Outcome>& outcomes);

}  // namespace hull::safety
