#include "safety/levels.h"

#include <filesystem>
#include <optional>

namespace hull::safety {

namespace {

std::optional<Level> level_called(std::string_view word) {
  if (word == "deny") return Level::Deny;
  if (word == "warn") return Level::Warn;
  if (word == "allow") return Level::Allow;
  return std::nullopt;
}

std::string normal(std::string_view path) { return std::filesystem::path(path).lexically_normal().string(); }

}  // namespace

bool Levels::add(std::string_view rule) {
  const auto colon = rule.find(':');
  const std::optional<Level> level = level_called(rule.substr(0, colon));
  if (!level) return false;
  if (colon == rule.npos) {
    otherwise_ = *level;
  } else {
    add(rule.substr(colon + 1), *level);
  }
  return true;
}

bool Levels::add_profile(std::string_view rule) {
  constexpr std::string_view kOff = "off:";
  const bool off = rule.starts_with(kOff);
  const std::string_view directory = off ? rule.substr(kOff.size()) : rule;
  if (directory.empty()) return false;
  add(directory, off ? Level::Allow : Level::Deny);
  return true;
}

// "." is what relative paths stand below.
void Levels::add(std::string_view directory, Level level) {
  std::string below = normal(directory);
  if (below == ".") below.clear();
  if (!below.empty() && !below.ends_with('/')) below += '/';
  below_.emplace_back(std::move(below), level);
}

Level Levels::of(std::string_view path) const {
  if (below_.empty()) return otherwise_;
  const std::string file = normal(path);
  Level level = otherwise_;
  std::size_t depth = 0;
  for (const auto& [directory, of_it] : below_) {
    if (directory.size() + 1 <= depth || !file.starts_with(directory)) continue;
    depth = directory.size() + 1;
    level = of_it;
  }
  return level;
}

}  // namespace hull::safety
