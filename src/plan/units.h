// Compile actions: one per source.
//
// A command is the shared words of its target and language, then what is the unit's own:
//   -MD -MF x.cc.o.d -c src/x.cc -o x.cc.o
// Declared inputs are the source alone; headers are discovered from the depfile. Generated headers
// of the package and of those it depends on are order-only: they exist before the compile, and whether
// it read them is discovered like for any header.
#pragma once

#include "base/result.h"
#include "plan/draft.h"

namespace hull::plan {

/// Adds the compile actions of every target, with scans and collations where there are modules, and fills
/// Plan::commands. Errors: see settings.h and modules.h; two units with one object.
Result<void> plan_units(Draft& draft);

}  // namespace hull::plan
