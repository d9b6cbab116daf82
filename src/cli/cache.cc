// `hull cache`: look after the action cache.
#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "base/file_system.h"
#include "base/text.h"
#include "cli/action_cache.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "manifest/discovery.h"

namespace hull::cli {
namespace {

Syntax syntax(Options& options) {
  FlagGroup verify{"Verify",
                   {{"--sample", "N", "Results of this workspace to run again and compare; default: 10",
                     &options.sample}}};
  return {{general_flags(options), std::move(verify), package_flags(options), target_flags(options),
           build_flags(options), manifest_flags(options)},
          {{"ACTION",
            "show (the default), verify, trim or clear",
            false,
            false,
            {"show", "verify", "trim", "clear"}}},
          {}};
}

std::string size_text(std::uint64_t bytes) {
  if (bytes < 1'000'000) return fmt::format("{:.1f} kB", static_cast<double>(bytes) / 1e3);
  if (bytes < 1'000'000'000) return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
  return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9);
}

Result<int> read_blobs(engine::ActionCache& cache, Console& console) {
  const engine::ActionCache::Size size = cache.size();
  HULL_TRY(const std::vector<std::string> damaged, cache.verify());
  // A bad disk or an interrupted copy damages hundreds at once.
  constexpr std::size_t kMost = 5;
  for (const std::string& blob : damaged | std::views::take(kMost))
    console.warning(fmt::format("{} was damaged and is removed", blob));
  if (damaged.size() > kMost)
    console.warning(fmt::format("{} more were damaged and are removed", damaged.size() - kMost));
  console.status("Verified", fmt::format("{} outputs, {}: {} damaged", size.blobs, size_text(size.bytes),
                                         damaged.size()));
  return damaged.empty() ? 0 : 1;
}

bool in_a_workspace(const Options& options) {
  manifest::ManifestFiles files(fs::current_directory());
  return !options.manifest_path.empty() || manifest::find_start(files, ".").has_value();
}

// Brings the workspace up to date, then runs a sample of its results again, past the cache.
Result<int> run_sample(const Options& options, Console& console) {
  HULL_TRY(const auto session, open_session(options, console, "dev"));
  if (!session->cache) return fail("this build uses no action cache: there is nothing to compare with");
  HULL_TRY(const Built built, build(*session, target_filter(options, {})));
  if (built.exit_code != 0) return built.exit_code;
  BuildProgress progress(console, session->workspace, *session->graph,
                         {.json = options.json(), .explain = options.explain});
  engine::BuildOptions again = engine_options(*session);
  again.verify = options.sample;
  HULL_TRY(const engine::BuildSummary summary,
           engine::build(*session->graph, *session->log, built.plan.wanted, again, progress));
  console.clear_live();
  if (summary.interrupted) return kInterrupted;
  for (const engine::Unlike& unlike : summary.unlike) {
    const engine::Action& action = (*session->graph)[unlike.action];
    console.error(Error{
        .message = fmt::format("{} gave another {} than the cache had", action.description,
                               printable(session->graph->files().path(unlike.output))),
        .span = {},
        .help = {"the cache has forgotten it; a command that gives different bytes each time (a date, a "
                 "random name, an address) must be mended"},
        .contexts = {}});
  }
  console.status("Verified", fmt::format("{} results by running them again: {} differ", summary.verified,
                                         summary.unlike.size()));
  return summary.failed == 0 && summary.unlike.empty() ? 0 : 1;
}

Result<int> verify(engine::ActionCache& cache, const Options& options, Console& console) {
  HULL_TRY(const int blobs, read_blobs(cache, console));
  if (options.sample == 0 || !in_a_workspace(options)) return blobs;
  HULL_TRY(const int sample, run_sample(options, console));
  return std::max(blobs, sample);
}

Result<int> run(const Options& options, Console& console) {
  const std::vector<std::string> environment = process_environment();
  const std::string directory = cache_directory(environment);
  if (directory.empty()) {
    return fail(
        "there is no place for an action cache: neither HULL_CACHE_DIR, XDG_CACHE_HOME nor HOME is set",
        ErrorKind::Usage);
  }
  HULL_TRY(const std::uint64_t most, cache_size(environment));
  HULL_TRY(const auto cache, engine::ActionCache::open(directory, most));
  const std::string action = options.words.empty() ? "show" : options.words.front();
  if (action == "verify") return verify(*cache, options, console);
  if (action == "trim" || action == "clear") {
    HULL_TRY(const std::uint64_t freed, cache->collect(action == "clear" ? 0 : most));
    console.status("Removed", fmt::format("{} from {}", size_text(freed), directory));
    return 0;
  }
  if (action != "show") {
    static constexpr std::string_view kActions[] = {"show", "verify", "trim", "clear"};
    Error error{.message = fmt::format("`hull cache` does not know `{}`: there is {}", printable(action),
                                       quoted_list(kActions)),
                .kind = ErrorKind::Usage,
                .span = {},
                .help = {},
                .contexts = {}};
    return fail(std::move(error));
  }
  const engine::ActionCache::Size size = cache->size();
  console.print(fmt::format("{}\n{} results, {} outputs, {} of at most {}\n", directory, size.entries,
                            size.blobs, size_text(size.bytes), size_text(most)));
  return 0;
}

}  // namespace

const Verb kCache = {
    .name = "cache",
    .alias = {},
    .summary = "Look after the action cache: show, verify, trim, clear",
    .details =
        "The cache keeps what actions made, for all workspaces of a user. HULL_CACHE_DIR says where, "
        "HULL_CACHE_SIZE\n"
        "how much (10GB). `verify` reads every output and removes what is damaged; in a workspace it also "
        "runs some\n"
        "results again and compares.",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
