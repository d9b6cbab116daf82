// Facts as text, for those who work on the checker: HULL_SAFETY_DUMP=1 hull-check FILE -- FLAGS.
#pragma once

#include <string>

#include "safety/fact.h"

namespace hull::safety {

/// One line per fact, blocks in the order of their numbers.
std::string dump(const Facts& facts);

}  // namespace hull::safety
