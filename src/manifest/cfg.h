// `cfg(...)` expressions of `[target.'cfg(...)']`: Cargo's grammar, over keys that matter to C++.
//
//   cfg(all(target_os = "linux", not(compiler = "gcc")))
//
// Keys: target_os, target_arch, target_env, target_pointer_width, target_endian, compiler
// ("clang", "gcc"), stdlib ("libstdc++", "libc++"), sanitize, profile, feature; bare words: unix,
// debug_assertions. `sanitize` and `feature` may have several values; equality means "contains".
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::manifest {

/// The facts that expressions are asked about.
struct CfgContext {
  std::map<std::string, std::set<std::string>, std::less<>> values;  ///< key -> values.
  std::set<std::string, std::less<>> words;                          ///< bare words that hold.
};

struct CfgExpression {
  enum class Kind { Word, Equals, All, Any, Not } kind = Kind::All;
  std::string key;
  std::string value;
  std::vector<CfgExpression> operands;

  bool holds(const CfgContext& context) const;
};

/// Parses "cfg(...)". The error's message names the column inside `text`; unknown keys are errors
/// with a suggestion.
Result<CfgExpression> parse_cfg(std::string_view text);

/// The same for a `text` that stands at `where` in a file: the error points into it.
Result<CfgExpression> parse_cfg(std::string_view text, const Span& where);

/// A key of `cfg(...)`, for the parser and for docs/manifest.md.
struct CfgKey {
  std::string_view name;
  std::span<const std::string_view> values;  ///< All it can have; empty: any.
};
std::span<const CfgKey> cfg_keys();
std::span<const std::string_view> cfg_words();

}  // namespace hull::manifest
