// `hull run`: build one binary or example, then become it.
#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"
#include "base/process.h"
#include "base/text.h"
#include "cli/session.h"
#include "cli/verb.h"

namespace hull::cli {
namespace {

using manifest::TargetKind;

Syntax syntax(Options& options) {
  FlagGroup targets{
      "Targets",
      {
          {"--bin", "NAME", "The binary to run", &options.bins, {}, 0, Completes::Bin},
          {"--example", "NAME", "The example to run", &options.examples, {}, 0, Completes::Example},
      }};
  return {{general_flags(options), package_flags(options), std::move(targets), build_flags(options),
           manifest_flags(options)},
          {{"ARGS",
            "Arguments of the program; after `--` when they look like flags",
            false,
            true,
            {},
            Completes::File}},
          "ARGS"};
}

/// The name of the binary that `hull run` means when none was written.
Result<std::string> only_binary(const Session& session) {
  std::vector<std::string_view> names;
  std::vector<std::string> defaults;
  for (const std::size_t index : session.packages) {
    const manifest::Package& package = session.workspace.packages[index];
    if (package.default_run) defaults.push_back(*package.default_run);
    for (const manifest::Target& target : package.targets) {
      if (target.kind == TargetKind::Bin) names.push_back(target.name);
    }
  }
  if (defaults.size() == 1) return defaults.front();
  if (names.size() == 1) return std::string(names.front());
  if (names.empty()) {
    return fail(Error{.message = "there is no binary to run",
                      .kind = ErrorKind::Usage,
                      .span = {},
                      .help = {"write src/main.cc, or run an example with `--example NAME`"},
                      .contexts = {}});
  }
  std::ranges::sort(names);
  return fail(
      Error{.message = fmt::format("`hull run` does not know which binary to run: {}", quoted_list(names)),
            .kind = ErrorKind::Usage,
            .span = {},
            .help = {fmt::format("write `--bin {}`, or `default-run = \"{}\"` in [package]", names.front(),
                                 names.front())},
            .contexts = {}});
}

Result<int> run_verb(const Options& options, Console& console) {
  HULL_TRY(const auto session, open_session(options, console, "dev"));
  if (options.bins.size() + options.examples.size() > 1) {
    return fail("`hull run` runs one program: write one `--bin` or `--example`", ErrorKind::Usage);
  }
  plan::TargetFilter filter;
  filter.bin_names = options.bins;
  filter.example_names = options.examples;
  if (options.bins.empty() && options.examples.empty()) {
    HULL_TRY(auto name, only_binary(*session));
    filter.bin_names.push_back(std::move(name));
  }
  HULL_TRY(const Built built, build(*session, filter));
  if (built.exit_code != 0) return built.exit_code;

  const TargetKind kind = filter.bin_names.empty() ? TargetKind::Example : TargetKind::Bin;
  const auto program = std::ranges::find_if(built.plan.targets, [&](const plan::PlannedTarget& target) {
    return target.wanted && target.target.kind == kind;
  });
  if (program == built.plan.targets.end()) {
    return fail("the program to run was left out of the build: are its required features on?",
                ErrorKind::Usage);
  }

  // From here on this process is the program: another build may start.
  session->lock.release();
  const std::string file = path::join(session->workspace.root, program->output);
  Command command{.argv = {file}};
  command.argv.insert(command.argv.end(), options.words.begin(), options.words.end());
  command.argv.insert(command.argv.end(), options.arguments.begin(), options.arguments.end());
  std::vector<std::string> shown = command.argv;
  shown.front() = path::inside_or_same(file, session->workspace.root);
  console.status("Running", shell_quoted(shown));
  return std::unexpected(exec(command));
}

}  // namespace

const Verb kRun = {
    .name = "run",
    .alias = "r",
    .summary = "Build a binary and run it",
    .details =
        "The program takes the place of hull: its exit code and signals are what the shell sees. It runs in\n"
        "the current directory.",
    .syntax = syntax,
    .run = run_verb,
};

}  // namespace hull::cli
