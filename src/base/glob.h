// Glob patterns over paths: `*` and `?` within a component, `[a-z]` and `[!a-z]`, `{a,b}`, and `**`
// for any number of directories. The syntax of Cargo's `include` and of .gitignore's simple cases.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull {

/// True when `path` matches `pattern` ('/' separated, both relative). A backslash makes the next character
/// plain.
bool glob_match(std::string_view pattern, std::string_view path);
/// True when `pattern` has a character that is special in a glob.
bool is_glob(std::string_view pattern);

/// What a glob walk found.
struct GlobResult {
  std::vector<std::string> files;        ///< Relative to the walked root, sorted, each once.
  std::vector<std::string> directories;  ///< Relative to the walked root, "." for it. Every directory on
                                         ///< whose listing the answer depends; sorted, each once.
};

/// The regular files below `root` that match any of `patterns` and none of `excludes`. An exclude that
/// matches a directory excludes all below it. As in a shell, a name that begins with a dot is found only by a
/// pattern that spells the dot. Directories named in `prune` (relative to root) are not entered unless a
/// pattern names them. Of several ways to one directory by symbolic links only one is taken, the real one
/// first, except where a pattern names the link; so loops end. Costs one directory read per directory that a
/// wildcard can reach; names that patterns spell out are asked for one by one.
Result<GlobResult> glob_files(const std::string& root, const std::vector<std::string>& patterns,
                              const std::vector<std::string>& excludes,
                              const std::vector<std::string>& prune = {});

}  // namespace hull
