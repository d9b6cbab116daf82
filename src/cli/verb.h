// The verbs of hull: what can follow the word `hull`.
#pragma once

#include <span>
#include <string_view>

#include "base/result.h"
#include "cli/console.h"
#include "cli/flag.h"
#include "cli/options.h"

namespace hull::cli {

struct Verb {
  std::string_view name;
  std::string_view alias;    ///< "b" for build, or empty.
  std::string_view summary;  ///< One line for `hull help`.
  std::string_view details;  ///< More lines for `hull help VERB`, or empty.
  Syntax (*syntax)(Options& options);
  /// The exit code, or why it could not be done.
  Result<int> (*run)(const Options& options, Console& console);
};

/// All verbs, in the order `hull help` shows them.
std::span<const Verb> verbs();
/// The verb with this name or alias, or nullptr.
const Verb* find_verb(std::string_view name);

// One file each.
extern const Verb kNew, kInit, kBuild, kCheck, kRun, kTest, kClean, kMetadata, kInstall, kCache, kHelp, kVersion,
    kCompletions, kExplain;

}  // namespace hull::cli
