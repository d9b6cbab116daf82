// `hull build`: compile packages and what they depend on.
#include <chrono>
#include <fmt/format.h>

#include "cli/progress.h"
#include "cli/seal.h"
#include "cli/session.h"
#include "cli/verb.h"

namespace hull::cli {
namespace {

Syntax syntax(Options& options) {
  return {{general_flags(options), package_flags(options), target_flags(options), build_flags(options),
           manifest_flags(options)},
          {},
          {}};
}

Result<int> run(const Options& options, Console& console) {
  const auto begin = std::chrono::steady_clock::now();
  if (const auto sealed = sealed_build(options, process_environment())) {
    console.raw(console.terminal().color ? sealed->said.text : strip_escapes(sealed->said.text));
    const auto took = duration_text(std::chrono::steady_clock::now() - begin);
    say_finished(console, sealed->said.warnings, fmt::format("{} in {}", sealed->profile, took));
    return 0;
  }
  HULL_TRY(const auto session, open_session(options, console, "dev"));
  HULL_TRY(const Built built, build(*session, target_filter(options, {})));
  return built.exit_code;
}

}  // namespace

const Verb kBuild = {
    .name = "build",
    .alias = "b",
    .summary = "Compile packages and what they depend on",
    .details =
        "Without target flags: the libraries and binaries of the package in this directory, or of the whole\n"
        "workspace at its root.",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
