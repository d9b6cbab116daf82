// `hull metadata`: the workspace, its targets and units as JSON on standard output.
#include "tool/metadata.h"

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
  Options all = options;
  if (all.packages.empty()) all.workspace = true;
  HULL_TRY(const auto session, open_session(all, console, "dev"));
  const plan::TargetFilter everything{.libs = true,
                                      .bins = true,
                                      .tests = true,
                                      .benches = true,
                                      .examples = true,
                                      .bin_names = {},
                                      .test_names = {},
                                      .bench_names = {},
                                      .example_names = {}};
  HULL_TRY(const plan::Plan plan, make_plan(*session, target_filter(options, everything)));
  console.print(tool::metadata_json({.workspace = session->workspace,
                                     .toolchain = session->toolchain,
                                     .profile = session->profile.profile,
                                     .plan = plan,
                                     .graph = *session->graph,
                                     .target_directory = session->target_root}));
  return 0;
}

}  // namespace

const Verb kMetadata = {
    .name = "metadata",
    .alias = {},
    .summary = "Print the workspace, its targets and units as JSON",
    .details = "Nothing is built. Without flags: everything in the workspace, with the dev profile.",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
