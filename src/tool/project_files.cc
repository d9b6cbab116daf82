#include "tool/project_files.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

#include "base/file_system.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "manifest/syntax.h"
#include "toolchain/toolchain.h"

namespace hull::tool {
namespace {

using manifest::TargetKind;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 6> kTestDirectories = {"test",      "tests",      "unittest",
                                                              "unittests", "unit_tests", "testing"};
constexpr std::array<std::string_view, 4> kBenchDirectories = {"bench", "benches", "benchmark", "benchmarks"};
constexpr std::array<std::string_view, 6> kExampleDirectories = {"example", "examples", "sample",
                                                                 "samples", "demo",     "demos"};
constexpr std::array<std::string_view, 7> kForeignDirectories = {
    "third_party", "thirdparty", "3rdparty", "vendor", "external", "extern", "deps"};
constexpr std::array<std::string_view, 9> kForeignSystems = {
    "_win", "_windows", "_win32", "_mac", "_macos", "_darwin", "_android", "_ios", "_apple"};

bool ends_with_any(std::string_view stem, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return stem.ends_with(ending); });
}

Role role_of(std::string_view path) {
  for (const std::string_view part : split(path::directory(path), '/')) {
    const std::string word = to_lower(part);
    if (one_of(word, kTestDirectories)) return Role::Test;
    if (one_of(word, kBenchDirectories)) return Role::Bench;
    if (one_of(word, kExampleDirectories)) return Role::Example;
  }
  const std::string stem = to_lower(path::stem(path::name(path)));
  if (ends_with_any(stem, {"_test", "_tests", "_unittest", "-test"}) || stem.starts_with("test_"))
    return Role::Test;
  if (ends_with_any(stem, {"_bench", "_benchmark", "-bench"})) return Role::Bench;
  return Role::Product;
}

bool is_foreign(std::string_view path) {
  for (const std::string_view part : split(path::directory(path), '/')) {
    if (one_of(to_lower(part), kForeignDirectories)) return true;
  }
  return false;
}

std::vector<std::string> build_directories(const std::string& root) {
  std::vector<std::string> prune = {
      "target",    "build",    "out", "_deps", "node_modules", "cmake-build-debug", "cmake-build-release",
      "bazel-bin", "bazel-out"};
  if (const auto entries = fs::list(root)) {
    for (const fs::Entry& entry : *entries) {
      const std::string inside = path::join(root, entry.name);
      // Build trees of CMake and Meson, whatever they are called.
      if (entry.kind == fs::FileKind::Directory && (fs::exists(path::join(inside, "CMakeCache.txt")) ||
                                                    fs::exists(path::join(inside, "build.ninja")))) {
        prune.push_back(entry.name);
      }
    }
  }
  return prune;
}

/// Why `file` is left out of a project that has no compile_commands.json, or "".
std::string left_out(const ProjectFile& file) {
  const std::string stem = to_lower(path::stem(path::name(file.path)));
  for (const std::string_view system : kForeignSystems) {
    if (stem.ends_with(system)) return "for another system";
  }
  if (ends_with_any(stem, {"_fuzz", "_fuzzer"})) return "a fuzz target";
  if (is_foreign(file.path) && (file.facts.has_main || file.role != Role::Product))
    return "a program of foreign code";
  return {};
}

Result<void> add_from_database(Project& project, const std::string& text) {
  HULL_TRY(auto entries, read_compile_database(text));
  std::size_t outside = 0;
  for (CompileSettings& settings : entries) {
    if (!path::is_within(settings.file, project.directory) || !fs::is_file(settings.file)) {
      ++outside;
      continue;
    }
    HULL_TRY(const std::string source, fs::read(settings.file));
    ProjectFile file{.path = path::relative(settings.file, project.directory),
                     .facts = scan_source(source),
                     .role = Role::Product,
                     .settings = std::move(settings)};
    file.role = role_of(file.path);
    project.sources.push_back(std::move(file));
  }
  if (outside > 0) {
    project.notes.push_back(fmt::format("{} file{} of {} left out: not in this directory, or gone", outside,
                                        outside == 1 ? "" : "s", project.database));
  }
  return {};
}

/// A name that a target may have: what is not allowed becomes '-'.
std::string target_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const std::string_view one(&c, 1);
    name += manifest::is_target_name(one) || c == '-' || c == '.' || c == '+' ? c : '-';
  }
  return manifest::is_target_name(name) ? name : "x" + name;
}

/// "" and "src" are the package itself, "src/core" is "core", "libs/net/http" is "net-http".
std::string library_name(std::string_view directory, const std::string& package) {
  static constexpr std::array<std::string_view, 6> kPlain = {"src", "source", "sources",
                                                             "lib", "libs",   "Source"};
  std::string name;
  for (const std::string_view part : split(directory, '/')) {
    if (part.empty() || (name.empty() && one_of(part, kPlain))) continue;
    name += (name.empty() ? "" : "-") + std::string(part);
  }
  return name.empty() ? package : target_name(name);
}

/// Gives targets of one kind different names: the second "main" becomes "tools-main".
class Names {
 public:
  std::string unique(TargetKind kind, std::string name, std::string_view path) {
    if (used_.emplace(kind, name).second) return name;
    std::string longer = target_name(replace_all(std::string(path::directory(path)), "/", "-") + "-" + name);
    std::string candidate = longer;
    for (int i = 2; !used_.emplace(kind, candidate).second; ++i) candidate = fmt::format("{}-{}", longer, i);
    return candidate;
  }

 private:
  std::set<std::pair<TargetKind, std::string>> used_;
};

TargetKind program_kind(Role role) {
  switch (role) {
    case Role::Test:
      return TargetKind::Test;
    case Role::Bench:
      return TargetKind::Bench;
    case Role::Example:
      return TargetKind::Example;
    case Role::Product:
      break;
  }
  return TargetKind::Bin;
}

}  // namespace

Result<Project> look_at_project(const std::string& directory) {
  Project project{.directory = directory, .sources = {}, .headers = {}, .database = {}, .notes = {}};
  const std::vector<std::string> prune = build_directories(directory);
  HULL_TRY(const GlobResult headers,
           glob_files(directory, {"**/*.{h,hh,hpp,hxx,h++,inc,inl,ipp,tpp}"}, {}, prune));
  project.headers = headers.files;
  for (const char* place : {"compile_commands.json", "build/compile_commands.json"}) {
    const auto text = fs::read(path::join(directory, place));
    if (!text) continue;
    project.database = place;
    HULL_CHECK(add_from_database(project, *text));
    break;
  }
  if (project.database.empty()) {
    HULL_TRY(const GlobResult found,
             glob_files(directory, {"**/*.{cc,cpp,cxx,c++,c,C,cppm,ixx,S}"}, {}, prune));
    for (const std::string& path : found.files) {
      HULL_TRY(const std::string text, fs::read(path::join(directory, path)));
      ProjectFile file{.path = path, .facts = scan_source(text), .role = role_of(path), .settings = {}};
      if (const std::string why = left_out(file); !why.empty()) {
        project.notes.push_back(fmt::format("{} is left out: {}", printable(path), why));
        continue;
      }
      project.sources.push_back(std::move(file));
    }
  }
  std::ranges::sort(project.sources, {}, &ProjectFile::path);
  return project;
}

std::vector<SourceGroup> group_sources(const Project& project, const std::string& name) {
  std::vector<SourceGroup> groups;
  Names names;
  std::map<std::string, SourceGroup> libraries, shared_tests;  // by directory
  std::map<std::string, std::vector<std::size_t>> helpers;  // sources of test, bench and example directories
  std::set<std::string> with_programs;                      // directories that have such a program
  for (std::size_t i = 0; i < project.sources.size(); ++i) {
    const ProjectFile& file = project.sources[i];
    if (file.facts.has_main && file.role != Role::Product) with_programs.emplace(path::directory(file.path));
  }
  const auto uses_framework = [](const ProjectFile& file) {
    return std::ranges::any_of(
               file.facts.angled,
               [](const std::string& h) { return h.starts_with("gtest/") || h.starts_with("gmock/"); }) ||
           std::ranges::any_of(file.facts.quoted, [](const std::string& h) {
             return h.starts_with("gtest/") || h.starts_with("gmock/");
           });
  };

  for (std::size_t i = 0; i < project.sources.size(); ++i) {
    const ProjectFile& file = project.sources[i];
    const std::string directory(path::directory(file.path));
    const std::string stem(path::stem(path::name(file.path)));
    if (file.facts.has_main) {
      const TargetKind kind = program_kind(file.role);
      const bool plain = stem == "main";
      std::string wanted = !plain                                  ? stem
                           : library_name(directory, name) == name ? name
                                                                   : std::string(path::name(directory));
      groups.push_back({kind, names.unique(kind, target_name(wanted), file.path), directory, {i}});
    } else if (file.role == Role::Test && uses_framework(file)) {
      shared_tests[directory].sources.push_back(i);
    } else if (file.role != Role::Product && with_programs.contains(directory)) {
      helpers[directory].push_back(i);
    } else {
      libraries[directory].sources.push_back(i);
    }
  }
  for (auto& [directory, group] : shared_tests) {
    group.kind = TargetKind::Test;
    group.directory = directory;
    group.name = names.unique(TargetKind::Test, "unit", directory + "/x");
    groups.push_back(std::move(group));
  }
  for (SourceGroup& group : groups) {
    const auto found = helpers.find(group.directory);
    if (found == helpers.end() || group.kind == TargetKind::Bin) continue;
    group.sources.insert(group.sources.end(), found->second.begin(), found->second.end());
  }
  std::vector<SourceGroup> all;
  for (auto& [directory, group] : libraries) {
    group.directory = directory;
    group.name = names.unique(TargetKind::Lib, library_name(directory, name), directory + "/x");
    all.push_back(std::move(group));
  }
  for (const TargetKind kind : {TargetKind::Bin, TargetKind::Test, TargetKind::Bench, TargetKind::Example}) {
    std::ranges::copy_if(groups, std::back_inserter(all),
                         [kind](const SourceGroup& group) { return group.kind == kind; });
  }
  return all;
}

}  // namespace hull::tool
