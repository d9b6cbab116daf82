// `hull version`
#include "cli/version.h"

#include <fmt/format.h>

#include "cli/verb.h"

namespace hull::cli {
namespace {

Syntax syntax(Options& options) { return {{general_flags(options)}, {}, {}}; }

Result<int> run(const Options&, Console& console) {
  console.print(fmt::format("hull {}\n", kVersionNumber));
  return 0;
}

}  // namespace

const Verb kVersion = {
    .name = "version",
    .alias = {},
    .summary = "Print the version",
    .details = {},
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
