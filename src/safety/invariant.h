// What a class relies on, and one of its methods does not keep.
//
// A method that takes `states_.back()`, or writes to `values_[next_]`, asks that there is an element, or that
// the index is below the size: of members nothing more is known while it is walked alone. Here the methods
// of a class come together. What the constructors establish, one method asks, and another breaks by the very
// bound that its author wrote (`if (next_ > capacity) next_ = 0;`) is wrong where it is asked; unless the
// class lets its users find out, as an iterator does that has `done()`.
#pragma once

#include <span>
#include <vector>

#include "safety/interpret.h"

namespace hull::safety {

/// A method that users of the class can call.
struct Method {
  const Summary* summary = nullptr;
  bool constructs = false;
  bool changes = false;  ///< It is not const.
  Where where = 0;
};

struct BrokenInvariant {
  Finding finding;
  Where by = 0;           ///< The method that does not keep it, 0 for the one that asks,
  const char* name = "";  ///< and what it is called.
};

/// In the order of what asks.
std::vector<BrokenInvariant> broken_invariants(std::span<const Method> methods);

}  // namespace hull::safety
