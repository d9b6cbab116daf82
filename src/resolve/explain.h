// Why there is no solution, told to people.
//
//   Because every version of a depends on b >= 2, < 3 and app depends on b >= 1, < 2, version solving failed.
//
// A longer proof is told from its leaves: "Because" begins a line of thought, "And because" goes on with it,
// "So" ends the whole. What is needed again later gets a number. The order is that of doc/solver.md of
// dart-lang/pub, "Error Reporting"; the words are our own.
#pragma once

#include <string>

#include "resolve/catalog.h"
#include "resolve/incompatibility.h"

namespace hull::resolve {

/// The proof that ends in `conflict`, without a newline at the end. Costs time in proportion to the proof.
std::string explain(const Incompatibilities& known, const Catalog& catalog, IncompatibilityId conflict);

}  // namespace hull::resolve
