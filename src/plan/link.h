// Archives, shared libraries and programs. docs/design/plan.md gives the reasons.
//
// A link is: driver, flags of toolchain and profile, objects of the target, object libraries, archives and
// shared libraries with dependents first, bare libraries (-lm), system libraries, -o. What the linker
// reads besides (crt1.o, libc.so.6, -lssl) is discovered through its own dependency file.
#pragma once

#include "base/result.h"
#include "plan/draft.h"

namespace hull::plan {

/// Adds the archive and link actions of every target. Errors: two targets with one output.
Result<void> plan_links(Draft& draft);

/// What `links` asks of a link of `node`, for its whole closure: "-lpthread".
std::vector<std::string> link_names(const Draft& draft, const TargetNode& node);

}  // namespace hull::plan
