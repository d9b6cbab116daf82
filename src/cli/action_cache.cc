#include "cli/action_cache.h"

#include <fmt/format.h>

#include "base/path.h"
#include "base/text.h"
#include "cli/session.h"
#include "manifest/syntax.h"

namespace hull::cli {

std::string cache_directory(const std::vector<std::string>& environment) {
  if (const std::string set = environment_value(environment, "HULL_CACHE_DIR"); !set.empty())
    return absolute_path(set);
  // The XDG base directory specification: a relative path is to be ignored.
  if (const std::string xdg = environment_value(environment, "XDG_CACHE_HOME"); xdg.starts_with('/')) {
    return path::join(xdg, "hull");
  }
  const std::string home = environment_value(environment, "HOME");
  return home.starts_with('/') ? path::join(home, ".cache/hull") : "";
}

Result<std::uint64_t> cache_size(const std::vector<std::string>& environment) {
  const std::string text = environment_value(environment, "HULL_CACHE_SIZE");
  if (text.empty()) return 10'000'000'000;
  if (const auto size = manifest::parse_size(text)) return *size;
  return fail(fmt::format("HULL_CACHE_SIZE is `{}`, which is no size such as `20GB`", printable(text)),
              ErrorKind::Usage);
}

Result<std::unique_ptr<engine::ActionCache>> open_cache(const std::vector<std::string>& environment) {
  HULL_TRY(const std::uint64_t size, cache_size(environment));
  const std::string directory = cache_directory(environment);
  if (directory.empty()) return nullptr;
  auto cache = engine::ActionCache::open(directory, size);
  if (!cache) return nullptr;
  return std::move(*cache);
}

}  // namespace hull::cli
