// Compilers' commands as hull-check runs them.
#pragma once

#include "clang/Tooling/ArgumentsAdjusters.h"

namespace hull::safety {

/// `command`, which starts with a compiler, as one of Clang's that only reads. Options that Clang's driver
/// does not know, such as GCC's own, are left out, and so are warnings.
clang::tooling::CommandLineArguments for_analysis(clang::tooling::CommandLineArguments command,
                                                  llvm::StringRef file);

}  // namespace hull::safety
