// `hull cache`: look after the action cache.
#include <fmt/format.h>

#include "base/text.h"
#include "cli/action_cache.h"
#include "cli/session.h"
#include "cli/verb.h"

namespace hull::cli {
namespace {

Syntax syntax(Options& options) {
  return {
      {general_flags(options)}, {{"ACTION", "show (the default), verify, trim or clear", false, false}}, {}};
}

std::string size_text(std::uint64_t bytes) {
  if (bytes < 1'000'000) return fmt::format("{:.1f} kB", static_cast<double>(bytes) / 1e3);
  if (bytes < 1'000'000'000) return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
  return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9);
}

Result<int> verify(engine::ActionCache& cache, Console& console) {
  const engine::ActionCache::Size size = cache.size();
  HULL_TRY(const std::vector<std::string> damaged, cache.verify());
  for (const std::string& blob : damaged) console.warning(fmt::format("{} was damaged and is removed", blob));
  console.status("Verified", fmt::format("{} outputs, {}: {} damaged", size.blobs, size_text(size.bytes),
                                         damaged.size()));
  return damaged.empty() ? 0 : 1;
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
  if (action == "verify") return verify(*cache, console);
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
  write_all(1, fmt::format("{}\n{} results, {} outputs, {} of at most {}\n", directory, size.entries,
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
        "how much (10GB). `verify` reads every output and removes what is damaged.",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
