// What a finding's place is called, in which order things happen, and what would be right.
#pragma once

#include "safety/report.h"

namespace hull::safety {

/// Adds label, order, help and edit to `message`, which has its words. `name` is what was used, or empty.
void advise(Message& message, const Finding& finding, const std::string& name);

}  // namespace hull::safety
