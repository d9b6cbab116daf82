// `hull internal complete KIND`: names of this workspace, for the completion scripts.
//
// A shell asks while a person waits with a finger on the tab key, so only manifests are read: nothing is
// planned and no compiler asked.
#pragma once

#include <string_view>

#include "cli/flag.h"

namespace hull::cli {

/// "package" for Completes::Package; "" for what is no name of a workspace.
std::string_view kind_of_names(Completes completes);

/// Prints the names of `kind`, one a line. The exit code: 1, and not a word, where there is no workspace or its
/// manifests are wrong.
int print_names(std::string_view kind);

}  // namespace hull::cli
