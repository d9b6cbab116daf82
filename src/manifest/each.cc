#include "manifest/each.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/file_system.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "manifest/claims.h"
#include "manifest/discovery.h"
#include "manifest/sections.h"
#include "manifest/source_tree.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

bool is_generated(std::string_view file) { return file.starts_with("{out}/"); }

std::string pattern_of(const std::string& file) { return is_generated(file) ? file : literal_pattern(file); }

/// One program to be.
struct Program {
  std::size_t table = 0;  ///< Index into Manifest::targets.
  Text source;            ///< The file, as its pattern, with the place of the pattern that found it.
  std::string file;       ///< Relative to the root; "" for a pattern without a match.
  std::size_t depth = 0;  ///< How many directories its name has.
};

/// The directories of "a/b/c.cc": "a", "b". Steps up and generated files' {out} tell nothing apart.
std::vector<std::string_view> directories_of(std::string_view file) {
  std::vector<std::string_view> parts = split(path::directory(file), '/');
  std::erase_if(
      parts, [](std::string_view part) { return part.empty() || part.starts_with('.') || part == "{out}"; });
  return parts;
}

std::string name_of(const Program& program) {
  if (program.file.empty()) return program.source.value;
  const std::vector<std::string_view> parts = directories_of(program.file);
  std::string name;
  const std::size_t shown = std::min(program.depth, parts.size());
  for (std::size_t i = parts.size() - shown; i < parts.size(); ++i) name += fmt::format("{}-", parts[i]);
  const std::string_view last = path::name(program.file);
  name += program.depth > parts.size() ? last : path::stem(last);
  return name;
}

/// True when a longer name is left to try.
bool can_grow(const Program& program) {
  return !program.file.empty() && program.depth <= directories_of(program.file).size();
}

/// Lengthens names until none is that of another program of `programs` or in `taken`.
void tell_apart(std::vector<Program>& programs, const std::set<std::string>& taken) {
  for (bool again = true; again;) {
    again = false;
    std::map<std::string, std::vector<Program*>> by_name;
    for (Program& program : programs) by_name[name_of(program)].push_back(&program);
    for (const auto& [name, same] : by_name) {
      if (same.size() == 1 && !taken.contains(name)) continue;
      for (Program* program : same) {
        if (!can_grow(*program)) continue;
        ++program->depth;
        again = true;
      }
    }
  }
}

class Expansion {
 public:
  Expansion(Manifest& manifest, const std::vector<std::string>& prune) : manifest_(manifest), prune_(prune) {}

  Result<void> run() {
    for (const TargetKind kind : target_kinds()) HULL_CHECK(find(kind));
    std::vector<WrittenTarget> all;
    for (std::size_t t = 0; t < manifest_.targets.size(); ++t) {
      if (!manifest_.targets[t].each) {
        all.push_back(std::move(manifest_.targets[t]));
        continue;
      }
      for (const Program& program : programs_) {
        if (program.table == t) all.push_back(made(program));
      }
    }
    manifest_.targets = std::move(all);
    return {};
  }

 private:
  Result<void> find(TargetKind kind) {
    const Claims claims(manifest_, kind);
    std::set<std::string> taken;
    std::vector<Program> programs;
    std::map<std::string, std::size_t> table_of;  // By file.
    for (std::size_t t = 0; t < manifest_.targets.size(); ++t) {
      const WrittenTarget& written = manifest_.targets[t];
      if (written.target.kind != kind) continue;
      if (!written.each) {
        taken.insert(written.target.name);
        continue;
      }
      for (const Text& pattern : written.target.sources) {
        HULL_TRY(const auto files, matching(pattern, written.target.exclude));
        if (!files) programs.push_back({.table = t, .source = pattern, .file = {}});
        if (!files) continue;
        for (const std::string& file : *files) {
          if (claims.has(file)) continue;
          const auto [known, added] = table_of.try_emplace(file, t);
          if (added)
            programs.push_back({.table = t, .source = {pattern_of(file), pattern.span}, .file = file});
          if (known->second != t)
            return matched_twice(kind, pattern, file, manifest_.targets[known->second].target);
        }
      }
    }
    tell_apart(programs, taken);
    std::ranges::move(programs, std::back_inserter(programs_));
    return {};
  }

  /// The files that `pattern` means, or nullopt when it matches nothing.
  Result<std::optional<std::vector<std::string>>> matching(const Text& pattern,
                                                           const std::vector<Text>& exclude) {
    std::vector<std::string> files;
    if (is_generated(pattern.value) || !is_glob(pattern.value)) {
      // Whether it is there is seen when it is compiled.
      files.push_back(is_generated(pattern.value) ? pattern.value : path::normal(pattern.value));
      if (Claims::matches(exclude, files.front())) files.clear();
      return files;
    }
    HULL_TRY(files, walk(pattern.value, exclude));
    std::erase_if(files, [](const std::string& file) { return !is_source(file); });
    if (files.empty()) return std::nullopt;
    return files;
  }

  /// The files that a glob matches, without those of packages below this one.
  Result<std::vector<std::string>> walk(const std::string& pattern, const std::vector<Text>& exclude) {
    Package& package = manifest_.package;
    std::vector<std::string> prune = prune_, excludes;
    for (const Text& one : exclude) excludes.push_back(one.value);
    for (;;) {
      auto found = glob_files(package.root, {pattern}, excludes, prune);
      if (!found) return fail(std::move(found.error()).at(package.span));
      const std::size_t before = prune.size();
      add_packages(found->files, prune);
      // A directory that the pattern names is entered all the same, and then there is nothing new to leave
      // out.
      if (prune.size() != before) continue;
      for (const std::string& directory : found->directories)
        package.listed_directories.push_back(path::normal(path::join(package.root, directory)));
      return std::move(found->files);
    }
  }

  /// Adds the directories of `files` that are packages of their own.
  void add_packages(const std::vector<std::string>& files, std::vector<std::string>& prune) const {
    for (const std::string& file : files) {
      for (std::string directory(path::directory(file)); !directory.empty() && directory != "/";
           directory = path::directory(directory)) {
        if (std::ranges::find(prune, directory) != prune.end()) continue;
        if (fs::is_file(path::join(path::join(manifest_.package.root, directory), kManifestName)))
          prune.push_back(directory);
      }
    }
  }

  std::unexpected<Error> matched_twice(TargetKind kind, const Text& pattern, const std::string& file,
                                       const Target& other) const {
    return fail(usage_error(pattern.span, fmt::format("two [[{}]] tables with `each` match {}",
                                                      target_key(kind), printable(file)))
                    .with_help(fmt::format("the other one is at line {}", other.span.begin.line))
                    .with_help("take it out of one of them by `exclude`"));
  }

  WrittenTarget made(const Program& program) const {
    WrittenTarget written = manifest_.targets[program.table];
    written.each = false;
    written.target.name = name_of(program);
    written.target.sources = {program.source};
    if (!program.file.empty()) written.target.exclude.clear();
    return written;
  }

  Manifest& manifest_;
  const std::vector<std::string>& prune_;
  std::vector<Program> programs_;
};

}  // namespace

Result<void> expand_each(Manifest& manifest, const std::vector<std::string>& prune) {
  if (std::ranges::none_of(manifest.targets, &WrittenTarget::each)) return {};
  return Expansion(manifest, prune).run();
}

}  // namespace hull::manifest
