#include "plan/file_finder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file_system.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "plan/usage_error.h"

namespace hull::plan {
namespace {

using manifest::Text;

constexpr std::string_view kGenerated = "{out}/";

/// A pattern without wildcards as the name it means: "a\*b" is the file "a*b".
std::string plain_name(std::string_view pattern) {
  std::string name;
  name.reserve(pattern.size());
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
    name += pattern[i];
  }
  return path::normal(name);
}

}  // namespace

const std::unordered_set<std::string>& FileFinder::names_in(const std::string& directory) {
  const auto [place, added] = listings_.try_emplace(directory);
  if (added) {
    draft_.plan.looked_at.push_back(directory);
    if (const auto entries = fs::list(directory)) {
      for (const fs::Entry& entry : *entries) {
        if (entry.kind == fs::FileKind::File) place->second.insert(entry.name);
      }
    }
  }
  return place->second;
}

std::vector<std::string> FileFinder::foreign_directories(const PackageNode& package) const {
  std::vector<std::string> foreign;
  const auto add = [&](const std::string& directory) {
    if (directory != package.package.root && path::is_within(directory, package.package.root)) {
      foreign.push_back(path::relative(directory, package.package.root));
    }
  };
  for (const manifest::Package& other : draft_.workspace.packages) add(other.root);
  const std::string target(path::directory(draft_.request.target_directory));
  add(target == package.package.root ? draft_.request.target_directory : target);
  return foreign;
}

Result<void> FileFinder::add_plain(const PackageNode& package, const Text& pattern, const Search& search,
                                   std::vector<FoundFile>& found) {
  FoundFile file{.path = plain_name(pattern.value)};
  if (!search.trusted) {
    const std::string absolute = path::join(package.package.root, file.path);
    const std::string directory(path::directory(absolute));
    const std::string name(path::name(absolute));
    const auto& names = names_in(directory);
    if (!names.contains(name)) {
      std::vector<std::string_view> others(names.begin(), names.end());
      std::ranges::sort(others);
      const auto meant = did_you_mean(name, others);
      return usage_error(
          fmt::format("{} `{}` does not exist", search.noun, printable(pattern.value)), pattern.span,
          meant ? fmt::format("did you mean `{}`?", printable(below(path::directory(file.path), *meant)))
                : fmt::format("paths are relative to {}", printable(package.package.root)));
    }
    if (search.sources_only && !toolchain::language_of(file.path)) {
      return usage_error(fmt::format("`{}` is not a source: hull compiles .cc .cpp .cxx .c .cppm .ixx .s .S",
                                     printable(pattern.value)),
                         pattern.span,
                         "a file that sources include needs no mention; its directory belongs in `includes`");
    }
  }
  found.push_back(std::move(file));
  return {};
}

Result<std::vector<FoundFile>> FileFinder::find(const PackageNode& package, const std::vector<Text>& patterns,
                                                const std::vector<Text>& exclude, const Search& search) {
  std::vector<FoundFile> found;
  std::vector<std::string> globs, excludes;
  std::size_t globs_at = 0;
  std::vector<std::string> generated_excludes;
  for (const Text& text : exclude) {
    if (text.value.starts_with(kGenerated)) {
      generated_excludes.push_back(text.value.substr(kGenerated.size()));
    } else {
      excludes.push_back(text.value);
    }
  }
  const auto matches = [](const std::vector<std::string>& list, std::string_view path) {
    return std::ranges::any_of(list, [&](const std::string& glob) { return glob_match(glob, path); });
  };

  for (const Text& pattern : patterns) {
    if (pattern.value.starts_with(kGenerated)) {
      const std::string_view wanted = std::string_view(pattern.value).substr(kGenerated.size());
      bool any = false;
      for (std::size_t i = 0; i < package.files.size(); ++i) {
        const std::string& below = package.files[i].below;
        if (!glob_match(wanted, below) || matches(generated_excludes, below)) continue;
        if (search.sources_only && !toolchain::language_of(below)) continue;
        any = true;
        found.push_back({below, i});
      }
      if (!any) {
        return usage_error(fmt::format("nothing generates `{}`", printable(pattern.value)), pattern.span,
                           "name it among the `outputs` of a [[generate]] of this package");
      }
    } else if (is_glob(pattern.value)) {
      if (globs.empty()) globs_at = found.size();
      globs.push_back(pattern.value);
    } else {
      HULL_CHECK(add_plain(package, pattern, search, found));
      if (matches(excludes, found.back().path)) found.pop_back();
    }
  }

  if (!globs.empty()) {
    HULL_TRY(GlobResult result,
             glob_files(package.package.root, globs, excludes, foreign_directories(package)));
    for (const std::string& directory : result.directories) {
      draft_.plan.looked_at.push_back(path::normal(path::join(package.package.root, directory)));
    }
    if (search.sources_only) {
      std::erase_if(result.files, [](const std::string& path) { return !toolchain::language_of(path); });
    }
    for (const Text& pattern : patterns) {
      if (pattern.value.starts_with(kGenerated) || !is_glob(pattern.value)) continue;
      if (std::ranges::any_of(result.files,
                              [&](const std::string& file) { return glob_match(pattern.value, file); })) {
        continue;
      }
      return usage_error(fmt::format("no {} matches `{}`", search.noun, printable(pattern.value)),
                         pattern.span,
                         fmt::format("patterns are relative to {}", printable(package.package.root)));
    }
    std::vector<FoundFile> globbed;
    globbed.reserve(result.files.size());
    for (std::string& file : result.files) globbed.push_back({std::move(file)});
    if (found.empty()) return globbed;  // A walk gives each file once.
    found.insert(found.begin() + static_cast<std::ptrdiff_t>(globs_at),
                 std::make_move_iterator(globbed.begin()), std::make_move_iterator(globbed.end()));
  }

  std::unordered_set<std::string_view> seen, seen_generated;
  std::vector<FoundFile> once;
  once.reserve(found.size());
  std::vector<bool> keep(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    keep[i] = (found[i].generated == kNone ? seen : seen_generated).insert(found[i].path).second;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (keep[i]) once.push_back(std::move(found[i]));
  }
  return once;
}

}  // namespace hull::plan
