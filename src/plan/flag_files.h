// Files that a command reads because a flag says so. No depfile lists them: profiles for -fprofile-use,
// response and configuration files, plugins, linker scripts, and the libraries that -l would find.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace hull::plan {

/// The paths that `words` (arguments of a compiler driver) may name, as written, whether a file is there or
/// not: the rest of
/// `@x` and `-flag=x`, words that are no flags, the parts of -Wl and -Wp. Paths of the toolchain's own flags
/// are left out.
std::vector<std::string> files_in_flags(std::span<const std::string> words);

/// Where `-l` flags of `words` look, in order: each `-L` directory of `words` with each kind of library. The
/// directories that the linker knows by itself are not there: what is installed in them is the machine's.
std::vector<std::string> library_candidates(std::span<const std::string> words);

/// The header directories that `words` themselves give: quote (-iquote and -I) and system (-isystem), in
/// order.
struct FlagDirectories {
  std::vector<std::string> quote, system;
};
FlagDirectories directories_in_flags(std::span<const std::string> words);

/// Whether a compile with `words` reads comments: warnings about documentation, plugins.
bool reads_comments(std::span<const std::string> words);

}  // namespace hull::plan
