// `hull clean`: remove what hull built. It is never needed for a correct build; it frees disk space.
#include <fmt/format.h>
#include <unistd.h>

#include "base/file_system.h"
#include "base/path.h"
#include "cli/compile_commands.h"
#include "cli/session.h"
#include "cli/verb.h"

namespace hull::cli {
namespace {

Syntax syntax(Options& options) {
  FlagGroup what{"What",
                 {
                     {"-r,--release", "", "Only the outputs of the release profile", &options.release},
                     {"--profile",
                      "NAME",
                      "Only the outputs of this profile",
                      &options.profile,
                      {},
                      0,
                      Completes::Profile},
                     {"--sanitize",
                      "LIST",
                      "Only the outputs with these sanitizers",
                      &options.sanitize,
                      {"address", "undefined", "thread", "memory", "leak"},
                      ','},
                 }};
  return {{general_flags(options), std::move(what), manifest_flags(options)}, {}, {}};
}

Result<int> run(const Options& options, Console& console) {
  HULL_TRY(const manifest::Workspace workspace, open_workspace(options));
  const std::string target = target_root(workspace, options);
  const std::string shown = path::inside_or_same(target, workspace.root);
  if (!fs::exists(target)) {
    console.status("Removed", fmt::format("nothing: there is no {}", shown));
    return 0;
  }
  if (!is_ours(target)) {
    return fail(Error{.message = fmt::format("{} was not made by hull", shown),
                      .kind = ErrorKind::Usage,
                      .span = {},
                      .help = {"hull removes only what it made; there is no CACHEDIR.TAG of hull in it"},
                      .contexts = {}});
  }
  if (options.release || !options.profile.empty() || !options.sanitize.empty()) {
    HULL_TRY(const ChosenProfile profile, chosen_profile(workspace, options, "dev"));
    const std::string directory = path::join(target, profile.directory);
    HULL_CHECK(fs::remove_all(directory));
    console.status("Removed", path::join(shown, profile.directory));
    return 0;
  }
  if (const std::string link = own_compile_commands_link(workspace.root, target); !link.empty()) {
    unlink(link.c_str());
  }
  HULL_CHECK(fs::remove_all(target));
  console.status("Removed", shown);
  return 0;
}

}  // namespace

const Verb kClean = {
    .name = "clean",
    .alias = {},
    .summary = "Remove what was built",
    .details = "Frees disk space. A build is never wrong for want of it.",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
