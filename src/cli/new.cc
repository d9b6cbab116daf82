// `hull new`: a new package in a new directory.
#include <fmt/format.h>

#include "base/file_system.h"
#include "base/path.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "tool/create.h"

namespace hull::cli {
namespace {

Syntax syntax(Options& options) {
  FlagGroup package{"Package",
                    {
                        {"--lib", "", "A library instead of a binary", &options.new_lib},
                        {"--name", "NAME", "The package's name; default: the directory's", &options.name},
                        {"--vcs",
                         "WHAT",
                         "git or none; default: git, unless it is not there",
                         &options.vcs,
                         {"git", "none"}},
                    }};
  return {{general_flags(options), std::move(package)},
          {{"PATH", "The directory to make", true, false, {}, Completes::Directory}},
          {}};
}

Result<int> run(const Options& options, Console& console) {
  if (options.words.front().empty()) {
    return fail("the directory to make has no name: `hull new PATH`", ErrorKind::Usage);
  }
  const std::string directory = path::normal(path::join(fs::current_directory(), options.words.front()));
  if (fs::exists(directory)) {
    return fail(Error{.message = fmt::format("{} exists already", options.words.front()),
                      .kind = ErrorKind::Usage,
                      .span = {},
                      .help = {"`hull init` makes a package in a directory that exists"},
                      .contexts = {}});
  }
  HULL_TRY(const std::string name, tool::package_name(options.name, directory));
  HULL_CHECK(tool::create_package({.directory = directory,
                                   .name = name,
                                   .library = options.new_lib,
                                   .vcs = tool::vcs_named(options.vcs)}));
  console.status("Created", fmt::format("{} package `{}` in {}", options.new_lib ? "library" : "binary", name,
                                        options.words.front()));
  return 0;
}

}  // namespace

const Verb kNew = {
    .name = "new",
    .alias = {},
    .summary = "Make a new package in a new directory",
    .details = {},
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
