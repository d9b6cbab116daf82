// What a target gets from the libraries it depends on: settings for its compiles, archives for its link.
//
// Compiles see a library when a chain of public dependencies leads to it; links need every archive, public
// or not. A shared library ends the chain of a link: what it needs privately is inside it already.
#pragma once

#include "plan/draft.h"

namespace hull::plan {

/// Fills `visible`, `visible_systems`, `linked` and `linked_systems` of every target.
void close_over(Draft& draft);

}  // namespace hull::plan
