// The text of `hull help` and `hull VERB --help`, from the flag tables.
#pragma once

#include <string>

#include "cli/verb.h"

namespace hull::cli {

/// All verbs.
std::string overview(bool color);
/// One verb with its flags.
std::string verb_help(const Verb& verb, bool color);

}  // namespace hull::cli
