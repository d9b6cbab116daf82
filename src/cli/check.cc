// `hull check`: the memory checker over the workspace's own units.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"
#include "base/terminal.h"
#include "base/text.h"
#include "cli/diagnostics.h"
#include "cli/messages.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "plan/response.h"

namespace hull::cli {
namespace {

Syntax syntax(Options& options) {
  FlagGroup findings{"Findings",
                     {
                         {"--format",
                          "FORMAT",
                          "How they look: clang, rustc (what a terminal gets), json or sarif",
                          &options.format,
                          {"clang", "rustc", "json", "sarif"}},
                         {"--unsafe", "", "List every [[hull::unsafe(\"reason\")]], instead of findings",
                          &options.list_unsafe},
                     }};
  return {{general_flags(options), std::move(findings), package_flags(options), target_flags(options),
           build_flags(options), manifest_flags(options)},
          {},
          {}};
}

/// What was found, told by hull-check for all units together.
struct Told {
  std::string text;
  std::string summary;  ///< "1 error found"; empty when nothing was.
  bool wrong = false;   ///< There are errors.
};

Result<Told> tell(const Session& session, const plan::Plan& plan) {
  const Options& options = session.options;
  const Terminal out = terminal(1, options.color == "always"  ? ColorChoice::Always
                                   : options.color == "never" ? ColorChoice::Never
                                                              : ColorChoice::Auto);
  const std::string otherwise = out.is_terminal && !options.json() ? "rustc" : "clang";
  std::vector<std::string> words = {
      "--merge",
      fmt::format("--format={}", options.format.empty() ? otherwise : options.format),
      fmt::format("--color={}", out.color && !options.json() ? "always" : "never"),
  };
  if (options.list_unsafe) words.push_back("--unsafe");
  for (const plan::FindingsFile& findings : plan.findings) {
    // What is not there could not be checked, which was said.
    if (fs::is_file(path::join(session.workspace.root, findings.path))) words.push_back(findings.path);
  }
  const std::string list = path::join(session.target_directory, ".hull/check.words");
  HULL_CHECK(fs::write(list, plan::response_text(words)));
  HULL_TRY(const Finished finished, hull::run({.argv = {session.checker.usable.program, "@" + list},
                                               .directory = session.workspace.root}));
  if (finished.signal != 0 || finished.exit_code > 1) {
    return fail(fmt::format("hull-check could not tell what it found: {}", trim(finished.err)));
  }
  return Told{finished.out, std::string(trim(finished.err)), finished.exit_code == 1};
}

void print(const Told& told, const Session& session) {
  if (!session.options.json()) return session.console.print(told.text);
  for (const Diagnostic& finding : read_diagnostics(told.text)) {
    session.console.print(compiler_message(finding, "Checking"));
  }
}

/// How many places of each member of the workspace are opted out of checking, most first.
void count_unsafe(const Told& told, const Session& session) {
  std::map<std::string, std::size_t> count;
  for (const std::string_view line : split(told.text, '\n')) {
    const std::string file = path::join(session.workspace.root, line.substr(0, line.find(':')));
    const manifest::Package* around = nullptr;
    for (const manifest::Package& package : session.workspace.packages) {
      if (package.member && path::is_within(file, package.root) &&
          (!around || package.root.size() > around->root.size())) {
        around = &package;
      }
    }
    if (!line.empty() && around) ++count[around->name];
  }
  std::vector<std::pair<std::size_t, std::string>> ordered;
  for (const auto& [name, places] : count) ordered.emplace_back(places, name);
  std::ranges::sort(ordered, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  for (const auto& [places, name] : ordered) {
    session.console.status("Unsafe",
                           fmt::format("{}: {} {}", name, places, places == 1 ? "place" : "places"));
  }
}

Result<int> run(const Options& options, Console& console) {
  HULL_TRY(const auto session, open_session(options, console, "dev"));
  HULL_CHECK(check_beside(session->checker.usable, path::join(session->target_directory, ".hull")));
  HULL_TRY(const plan::Plan plan, make_plan(*session, target_filter(options, {})));
  BuildProgress progress(console, session->workspace, *session->graph,
                         {.json = options.json(), .explain = options.explain, .record = false});
  HULL_TRY(const engine::BuildSummary summary,
           engine::build(*session->graph, *session->log, plan.wanted, engine_options(*session), progress));
  console.clear_live();
  HULL_TRY(const Told told, tell(*session, plan));
  print(told, *session);
  if (options.list_unsafe) count_unsafe(told, *session);

  const bool complete = summary.failed == 0 && summary.skipped == 0 && !summary.interrupted;
  if (!complete || !told.wrong) progress.conclude(summary, profile_name(*session));
  if (options.json()) console.print(finished_message(complete && !told.wrong));
  if (summary.interrupted) return kInterrupted;
  if (told.wrong) {
    console.error({.message = told.summary, .span = {}, .help = {}, .contexts = {}});
  } else if (!told.summary.empty()) {
    console.warning(told.summary);
  }
  return complete && !told.wrong ? 0 : 1;
}

}  // namespace

const Verb kCheck = {
    .name = "check",
    .alias = "c",
    .summary = "Look for memory errors in the sources",
    .details =
        "Runs hull's checker over the units of the selected packages, as their [safety] says, without "
        "compiling\n"
        "them. With Clang 19 `hull build` does the same within each compile.",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
