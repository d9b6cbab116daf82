#include "plan/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "manifest/features.h"
#include "plan/flag_files.h"
#include "plan/usage_error.h"

namespace hull::plan {
namespace {

using manifest::Target;
using toolchain::Language;

bool is_cxx(Language language) { return language == Language::Cxx || language == Language::CxxModule; }
bool is_assembly(Language language) { return language == Language::Asm || language == Language::AsmCpp; }

void append(std::vector<std::string>& list, const std::vector<std::string>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

void add_flags(std::vector<std::string>& words, const manifest::Settings& settings, Language language) {
  append(words, settings.flags);
  if (is_cxx(language)) append(words, settings.cxx_flags);
  if (language == Language::C) append(words, settings.c_flags);
}

void keep_first_of_each(std::vector<std::string>& list) {
  std::unordered_set<std::string> seen;
  std::erase_if(list, [&](const std::string& item) { return !seen.insert(item).second; });
}

/// Libraries of other packages come as system headers, so that -Werror concerns one's own code; members
/// of one workspace are all one's own code.
bool is_own_code(const Draft& draft, const TargetNode& reader, const TargetNode& library) {
  return reader.package == library.package ||
         (draft.package_of_target(reader).package.member && draft.package_of_target(library).package.member);
}

}  // namespace

Settings::Settings(Draft& draft) : draft_(draft), prefix_maps_(prefix_maps()) {}

const std::string& Settings::standard(const Draft& draft, const TargetNode& node) {
  return node.target.standard ? *node.target.standard : draft.package_of_target(node).package.standard;
}

std::vector<std::string> Settings::prefix_maps() const {
  // Paths below the root are relative, and nothing of them leaks. Those outside would bring the machine's
  // directories into debug information and __FILE__.
  std::vector<std::string> words;
  for (const PackageNode& package : draft_.packages) {
    if (!package.root.starts_with('/')) continue;
    words.push_back(fmt::format("-ffile-prefix-map={}={}-{}", package.root, package.package.name,
                                package.package.version));
  }
  if (!draft_.layout.target_inside())
    words.push_back(fmt::format("-ffile-prefix-map={}=target", draft_.layout.target()));
  return words;
}

Result<void> Settings::add_directories(const PackageNode& package, const std::vector<manifest::Text>& written,
                                       std::vector<std::string>& list) {
  for (const manifest::Text& include : written) {
    std::string_view relative = include.value;
    if (relative == "{out}" || relative.starts_with("{out}/")) {
      relative.remove_prefix(std::min<std::size_t>(relative.size(), std::string_view("{out}/").size()));
      list.push_back(below(package.generated, relative));
      continue;
    }
    std::string directory = draft_.layout.spelled(path::normal(path::join(package.package.root, relative)));
    if (directory.empty()) directory = ".";
    auto [known, added] = exists_.try_emplace(directory, false);
    if (added) {
      const std::string absolute = path::normal(path::join(draft_.layout.root(), directory));
      known->second = fs::is_directory(absolute);
      // Its parent, not itself: files that come and go in it are the engine's concern.
      draft_.plan.looked_at.emplace_back(path::directory(absolute));
    }
    if (!known->second) {
      return usage_error(fmt::format("include directory `{}` does not exist", printable(include.value)),
                         include.span,
                         fmt::format("paths are relative to {}", printable(package.package.root)));
    }
    list.push_back(std::move(directory));
  }
  return {};
}

std::vector<std::size_t> tested_targets(const Draft& draft, const TargetNode& node) {
  std::vector<std::size_t> tested;
  if (node.target.kind != manifest::TargetKind::Test || node.target.name != "unit") return tested;
  tested = node.uses;
  if (node.borrowed != kNone) tested.push_back(node.borrowed);
  std::erase_if(tested, [&](std::size_t t) {
    return draft.targets[t].package != node.package || draft.targets[t].target.tests_only;
  });
  return tested;
}

Result<Settings::Includes> Settings::includes(const TargetNode& node) {
  const PackageNode& package = draft_.package_of_target(node);
  Includes result;
  HULL_CHECK(add_directories(package, node.target.own.includes, result.own));
  HULL_CHECK(add_directories(package, node.target.exported.includes, result.own));
  for (const std::size_t tested : tested_targets(draft_, node)) {
    HULL_CHECK(add_directories(package, draft_.targets[tested].target.own.includes, result.own));
  }
  append(result.own, package.generated_includes);
  for (const std::size_t lib : node.visible) {
    const TargetNode& library = draft_.targets[lib];
    const PackageNode& owner = draft_.package_of_target(library);
    std::vector<std::string>& list = is_own_code(draft_, node, library) ? result.own : result.foreign;
    HULL_CHECK(add_directories(owner, library.target.exported.includes, list));
    append(list, owner.generated_includes);
  }
  for (const source::SystemLibrary* library : node.visible_systems) append(result.foreign, library->includes);
  keep_first_of_each(result.own);
  keep_first_of_each(result.foreign);
  std::erase_if(result.foreign, [&](const std::string& directory) {
    // A built-in directory given by -isystem would move to the front and break #include_next.
    const auto& builtin = draft_.toolchain.cxx.system_includes;
    return std::ranges::find(builtin, directory) != builtin.end() ||
           std::ranges::find(result.own, directory) != result.own.end();
  });
  return result;
}

std::vector<std::string> Settings::macros(const TargetNode& node) const {
  manifest::Defines defines;
  const auto add = [&](const manifest::Defines& more) { defines.insert(more.begin(), more.end()); };
  add(node.target.own.defines);
  add(node.target.exported.defines);
  for (const std::size_t tested : tested_targets(draft_, node))
    add(draft_.targets[tested].target.own.defines);
  const PackageNode& package = draft_.package_of_target(node);
  for (const std::string& feature : package.features) {
    if (auto macro = manifest::feature_macro(package.package, feature))
      defines.emplace(*std::move(macro), "1");
  }
  for (const std::size_t lib : node.visible) add(draft_.targets[lib].target.exported.defines);
  std::vector<std::string> words;
  for (const auto& [name, value] : defines) {
    words.push_back(value.empty() ? fmt::format("-D{}", name) : fmt::format("-D{}={}", name, value));
  }
  for (const source::SystemLibrary* library : node.visible_systems) {
    for (const std::string& define : library->defines) {
      if (!defines.contains(define.substr(0, define.find('=')))) words.push_back("-D" + define);
    }
  }
  keep_first_of_each(words);
  return words;
}

Result<CompileSettings> Settings::of(const TargetNode& node, Language language) {
  const PackageNode& package = draft_.package_of_target(node);
  const toolchain::Compiler& compiler = is_cxx(language) ? draft_.toolchain.cxx : draft_.toolchain.cc;
  toolchain::UnitOptions options;
  options.language = language;
  if (is_cxx(language)) options.standard = standard(draft_, node);
  if (language == Language::C) {
    options.standard = node.target.c_standard ? *node.target.c_standard : package.package.c_standard;
  }
  options.pic = node.is_lib();
  options.shared = node.is_shared();
  options.archived = node.is_lib() && node.target.lib_kind == manifest::LibKind::Static;
  options.warnings = package.package.warnings;
  // A port that was clean with its authors' compiler must not fail with a newer one.
  if (!package.package.member && options.warnings == manifest::Warnings::Error) {
    options.warnings = manifest::Warnings::Default;
  }

  std::vector<std::string> words = {compiler.path};
  append(words, toolchain::compile_flags(draft_.toolchain, draft_.request.profile, options));
  append(words, prefix_maps_);
  if (!is_assembly(language)) {
    for (const source::SystemLibrary* library : node.visible_systems) append(words, library->compile_flags);
  }
  for (const std::size_t lib : node.visible) add_flags(words, draft_.targets[lib].target.exported, language);
  add_flags(words, node.target.exported, language);
  add_flags(words, node.target.own, language);

  const FlagDirectories given = directories_in_flags(words);
  CompileSettings settings;
  if (language != Language::Asm) {
    HULL_TRY(const Includes found, includes(node));
    auto search = std::make_shared<engine::SearchPath>();
    for (const std::string& directory : found.own) words.push_back("-I" + directory);
    for (const std::string& directory : found.foreign) {
      words.push_back("-isystem");
      words.push_back(directory);
    }
    search->directories = given.quote;
    append(search->directories, found.own);
    append(search->directories, given.system);
    append(search->directories, found.foreign);
    append(search->directories, compiler.system_includes);
    settings.search = std::move(search);
    append(words, macros(node));
  }
  if (is_cxx(language)) append(words, draft_.toolchain.user_cxx_flags);
  if (language == Language::C) append(words, draft_.toolchain.user_c_flags);
  settings.reads_comments = reads_comments(words);
  for (const std::string& path : files_in_flags(std::span(words).subspan(1))) {
    settings.sought.push_back(draft_.graph.file(path::normal(path)));
  }
  settings.common = std::make_shared<const engine::SharedWords>(std::move(words));
  return settings;
}

}  // namespace hull::plan
