// From argv to a verb and its options.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "cli/verb.h"

namespace hull::cli {

/// Which verb was written, and everything else that was.
struct Invocation {
  const Verb* verb = nullptr;  ///< Null: no verb was written.
  Options options;
  bool version = false;  ///< `hull --version`.
};

/// Reads the words after `hull`. General flags may stand before the verb. Errors are of kind Usage: an
/// unknown verb or flag (with a suggestion), a missing or wrong value.
Result<Invocation> parse(std::vector<std::string> words);

}  // namespace hull::cli
