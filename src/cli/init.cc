// `hull init`: a manifest for a directory that exists, with or without sources in it.
#include <fmt/format.h>

#include "base/file_system.h"
#include "base/path.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "tool/adopt.h"
#include "tool/create.h"

namespace hull::cli {
namespace {

Syntax syntax(Options& options) {
  FlagGroup package{
      "Package",
      {
          {"--lib", "", "In an empty directory: a library instead of a binary", &options.new_lib},
          {"--name", "NAME", "The package's name; default: the directory's", &options.name},
          {"--vcs",
           "WHAT",
           "git or none; default: git, unless it is not there",
           &options.vcs,
           {"git", "none"}},
      }};
  return {{general_flags(options), std::move(package)},
          {{"PATH", "The directory; default: this one", false, false, {}, Completes::Directory}},
          {}};
}

Result<int> run(const Options& options, Console& console) {
  const std::string shown = options.words.empty() ? "." : options.words.front();
  const std::string directory = path::normal(path::join(fs::current_directory(), shown));
  const std::string manifest = path::join(directory, "hull.toml");
  if (fs::exists(manifest)) {
    return fail(fmt::format("{} has a hull.toml already", shown), ErrorKind::Usage);
  }
  HULL_TRY(const std::string name, tool::package_name(options.name, directory));
  HULL_TRY(const auto adopted, tool::adopt(directory, name));
  if (!adopted) {
    HULL_CHECK(tool::create_package({.directory = directory,
                                     .name = name,
                                     .library = options.new_lib,
                                     .vcs = tool::vcs_named(options.vcs)}));
    console.status("Created", fmt::format("{} package `{}`", options.new_lib ? "library" : "binary", name));
    return 0;
  }
  HULL_CHECK(fs::write(manifest, adopted->manifest));
  console.status("Found", adopted->summary);
  for (const std::string& note : adopted->notes) console.note(note);
  console.status("Created", fmt::format("hull.toml of package `{}`; `hull build` builds it", name));
  return 0;
}

}  // namespace

const Verb kInit = {
    .name = "init",
    .alias = {},
    .summary = "Make a package in a directory that exists",
    .details =
        "In a directory with sources, or with a compile_commands.json, the manifest describes what is "
        "there:\n"
        "include directories, defines, standard, libraries and binaries by directory. No file is moved.",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
