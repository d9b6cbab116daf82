// `hull build` again with nothing changed: answered from the seal of the build before (engine/seal.h).
//
// A seal is found by the command line and the directory it was given in, before any manifest is read, in the target
// directory of the nearest directory upwards that has one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "cli/session.h"

namespace hull::cli {

/// What the build said that left everything up to date, to be said again.
struct SealedBuild {
  std::string profile;
  BuildProgress::Said said;
};

/// The same command's build before, when nothing at all has moved since; else nullopt.
std::optional<SealedBuild> sealed_build(const Options& options, const std::vector<std::string>& environment);

/// Writes the seal for a build that left everything up to date. What cannot be sealed soundly is not: the
/// next build takes the ordinary path.
void seal(const Session& session, const plan::Plan& plan, const engine::BuildSummary& summary,
          const SealedBuild& build);

}  // namespace hull::cli
