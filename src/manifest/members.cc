#include "manifest/members.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file_system.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

std::vector<std::string> texts_of(const std::vector<Text>& texts) {
  std::vector<std::string> result;
  for (const Text& text : texts) result.push_back(text.value);
  return result;
}

/// Walks one pattern component by component; only wildcard components list a directory.
class Expansion {
 public:
  Expansion(const std::string& root, FoundMembers& found) : root_(root), found_(found) {}

  /// Candidates below `directory` (relative to the root) for `components`. Errors: a directory cannot be
  /// read.
  Result<void> walk(const std::string& directory, std::span<const std::string_view> components) {
    if (components.empty()) {
      candidates_.push_back(directory);
      return {};
    }
    std::string_view first = components.front();
    if (!is_glob(first)) return walk(path::normal(path::join(directory, first)), components.subspan(1));
    bool any_depth = first == "**";
    if (any_depth) HULL_CHECK(walk(directory, components.subspan(1)));
    std::string absolute = path::normal(path::join(root_, directory));
    if (!fs::is_directory(absolute)) return {};
    HULL_TRY(auto entries, fs::list(absolute));
    found_.listed.push_back(absolute);
    for (const fs::Entry& entry : entries) {
      if (entry.kind != fs::FileKind::Directory || entry.name.starts_with('.') || entry.name == "target")
        continue;
      if (!any_depth && !glob_match(first, entry.name)) continue;
      // A circle of links would never end; a path that long is none that a person made.
      if (std::ranges::count(directory, '/') > kMaxDepth) continue;
      std::string below = directory == "." ? entry.name : path::join(directory, entry.name);
      HULL_CHECK(walk(below, any_depth ? components : components.subspan(1)));
    }
    return {};
  }

  std::vector<std::string> candidates() && { return std::move(candidates_); }

 private:
  static constexpr int kMaxDepth = 16;
  const std::string& root_;
  FoundMembers& found_;
  std::vector<std::string> candidates_;
};

}  // namespace

bool matches_any(const std::vector<std::string>& patterns, std::string_view directory) {
  return std::ranges::any_of(patterns, [&](const std::string& pattern) {
    std::string normal = path::normal(pattern);
    return normal == directory || (is_glob(normal) && glob_match(normal, directory));
  });
}

bool is_excluded(const std::vector<std::string>& exclude, std::string_view directory) {
  for (std::string_view at = directory; !at.empty() && at != "."; at = path::directory(at)) {
    if (matches_any(exclude, at)) return true;
    if (at == "/") break;
  }
  return false;
}

Result<FoundMembers> find_members(const std::string& root, const WorkspaceTable& workspace) {
  FoundMembers found;
  std::vector<std::string> exclude = texts_of(workspace.exclude);
  for (const Text& entry : workspace.members) {
    std::string pattern = path::normal(entry.value);
    std::vector<std::string_view> components = split(pattern, '/');
    std::string start = path::is_absolute(pattern) ? "/" : ".";
    std::erase(components, std::string_view());
    Expansion expansion(root, found);
    HULL_CHECK(expansion.walk(start, components));
    std::vector<std::string> candidates = std::move(expansion).candidates();
    std::ranges::sort(candidates);
    bool any = false;
    for (const std::string& candidate : candidates) {
      if (candidate == "." || is_excluded(exclude, candidate)) continue;
      std::string directory = path::normal(path::join(root, candidate));
      std::string manifest = path::join(directory, "hull.toml");
      if (!fs::is_file(manifest)) {
        found.absent.push_back(manifest);
        continue;
      }
      any = true;
      if (std::ranges::find(found.directories, directory) == found.directories.end()) {
        found.directories.push_back(directory);
      }
    }
    if (any) continue;
    if (is_glob(pattern)) {
      return fail(usage_error(entry.span, fmt::format("`{}` matches no directory with a hull.toml",
                                                      printable(entry.value)))
                      .with_help("make a member with `hull new`, or take the entry out"));
    }
    if (is_excluded(exclude, pattern)) {
      return fail(usage_error(entry.span,
                              fmt::format("`{}` is in `members` and in `exclude`", printable(entry.value)))
                      .with_help("take it out of one of them"));
    }
    return fail(usage_error(entry.span, fmt::format("there is no hull.toml in `{}`", printable(entry.value)))
                    .with_help("make one with `hull init`, or take the entry out"));
  }
  return found;
}

}  // namespace hull::manifest
