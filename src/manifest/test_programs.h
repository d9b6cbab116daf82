// `program = "x"`: tests that run the program of another test, or a [[bin]], instead of one of their own.
#pragma once

#include "base/result.h"
#include "manifest/model.h"

namespace hull::manifest {

/// Follows `program` of every test to the target whose program it is, through other such tests, and stores
/// that one's name and kind. A name means another test first, then a bin. The features that the program
/// requires are required by the test, too: without the one there is no other. Errors (usage): a name that is
/// neither; tests that lead to each other and to no program.
Result<void> resolve_programs(Package& package);

}  // namespace hull::manifest
