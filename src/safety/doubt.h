// Doubt: whether anybody says that a way through a function is ever taken.
//
// The walk goes through a loop no times and once, also where nobody knows how often it runs, it goes on where
// an assertion has failed, and it comes first to what is static in a function. What is wrong only on such a
// way is not known to be wrong in the program: the author may know that there is an element, and did not ask.
#pragma once

#include <cstdint>

namespace hull::safety {

enum class Doubt : std::uint8_t {
  None,
  Counts,  ///< A loop ran once: how many there are of something is a case of the walk.
  Rounds,  ///< A loop did not run, or a static was just made: so is what is not there.
  Way,     ///< All of it is.
};

}  // namespace hull::safety
