// `hull install`: copy binaries and libraries to where other programs find them.
#include "tool/install.h"

#include <fmt/format.h>

#include "base/file_system.h"
#include "base/path.h"
#include "cli/session.h"
#include "cli/verb.h"

namespace hull::cli {
namespace {

Syntax syntax(Options& options) {
  FlagGroup where{
      "Where",
      {
          {"--prefix",
           "PATH",
           "Where bin/, lib/ and include/ are; default: /usr/local",
           &options.prefix,
           {},
           0,
           Completes::Directory},
          {"--destdir",
           "PATH",
           "Put in front of every path written; default: $DESTDIR",
           &options.destdir,
           {},
           0,
           Completes::Directory},
          {"--libdir", "NAME", "The library directory below the prefix; default: lib", &options.libdir},
      }};
  return {{general_flags(options), std::move(where), package_flags(options), target_flags(options),
           build_flags(options), manifest_flags(options)},
          {},
          {}};
}

Result<int> run(const Options& options, Console& console) {
  HULL_TRY(const auto session, open_session(options, console, "release"));
  HULL_TRY(Built built, build(*session, target_filter(options, {})));
  if (built.exit_code != 0) return built.exit_code;
  HULL_CHECK(plan::list_public_headers(session->workspace, built.plan));

  tool::InstallRequest request{
      .prefix = options.prefix.empty() ? "/usr/local" : options.prefix,
      .destdir =
          options.destdir.empty() ? environment_value(session->environment, "DESTDIR") : options.destdir,
      .libdir = options.libdir,
  };
  request.prefix = path::normal(path::join(fs::current_directory(), request.prefix));
  if (!request.destdir.empty())
    request.destdir = path::normal(path::join(fs::current_directory(), request.destdir));
  HULL_TRY(const std::vector<std::string> files, tool::install(session->workspace, built.plan, request));
  if (console.verbosity() > 0) {
    for (const std::string& file : files) console.status("Installing", file);
  }
  console.status("Installed", fmt::format("{} file{} to {}{}", files.size(), files.size() == 1 ? "" : "s",
                                          request.destdir, request.prefix));
  return 0;
}

}  // namespace

const Verb kInstall = {
    .name = "install",
    .alias = {},
    .summary = "Build with the release profile and copy the results to a prefix",
    .details =
        "Binaries go to bin/; a library brings its headers, its archive or shared object, a pkg-config file\n"
        "and a CMake package.",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
