#include "cli/selection.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/glob.h"
#include "base/text.h"

namespace hull::cli {
namespace {

std::unexpected<Error> usage(std::string message, std::string help) {
  return std::unexpected(Error{.message = std::move(message),
                               .kind = ErrorKind::Usage,
                               .span = {},
                               .help = {std::move(help)},
                               .contexts = {}});
}

std::string known(std::vector<std::string_view> names) {
  std::ranges::sort(names);
  constexpr std::size_t kMost = 12;
  const bool more = names.size() > kMost;
  if (more) names.resize(kMost);
  return fmt::format("{}{}", quoted_list(names), more ? " and others" : "");
}

/// Indices of the packages whose name matches `pattern`; an error when there is none.
Result<std::vector<std::size_t>> matching(const manifest::Workspace& workspace, const std::string& pattern) {
  std::vector<std::size_t> found;
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < workspace.packages.size(); ++i) {
    names.push_back(workspace.packages[i].name);
    if (glob_match(pattern, workspace.packages[i].name)) found.push_back(i);
  }
  if (!found.empty()) return found;
  const auto meant = did_you_mean(pattern, names);
  return usage(fmt::format("no package {} `{}` in this workspace", is_glob(pattern) ? "matches" : "is called",
                           printable(pattern)),
               meant ? fmt::format("did you mean `{}`?", *meant) : fmt::format("there are {}", known(names)));
}

bool same_but_for_name(manifest::Profile a, const manifest::Profile& b) {
  a.name = b.name;
  return a.opt_level == b.opt_level && a.debug == b.debug && a.lto == b.lto && a.assertions == b.assertions &&
         a.hardening == b.hardening && a.strip == b.strip && a.sanitize == b.sanitize && a.flags == b.flags &&
         a.c_flags == b.c_flags && a.cxx_flags == b.cxx_flags && a.link_flags == b.link_flags &&
         a.defines == b.defines;
}

Result<void> check_sanitizers(const std::vector<std::string>& names) {
  const auto has = [&](std::string_view name) { return std::ranges::find(names, name) != names.end(); };
  for (const char* alone : {"thread", "memory"}) {
    for (const char* other : {"address", "leak", "thread", "memory"}) {
      if (std::string_view(alone) != other && has(alone) && has(other)) {
        return usage(fmt::format("the sanitizers {} and {} cannot be in one program", alone, other),
                     fmt::format("run twice: `--sanitize {}`, then `--sanitize {}`", alone, other));
      }
    }
  }
  return {};
}

}  // namespace

Result<std::vector<std::size_t>> selected_packages(const manifest::Workspace& workspace,
                                                   const Options& options) {
  std::vector<std::size_t> selected;
  for (const std::string& pattern : options.packages) {
    HULL_TRY(const auto found, matching(workspace, pattern));
    selected.insert(selected.end(), found.begin(), found.end());
  }
  if (options.workspace) {
    for (std::size_t i = 0; i < workspace.packages.size(); ++i) {
      if (workspace.packages[i].member) selected.push_back(i);
    }
  }
  if (selected.empty()) selected = workspace.default_members;
  std::ranges::sort(selected);
  selected.erase(std::ranges::unique(selected).begin(), selected.end());
  for (const std::string& pattern : options.excluded) {
    HULL_TRY(const auto found, matching(workspace, pattern));
    std::erase_if(selected, [&](std::size_t i) { return std::ranges::find(found, i) != found.end(); });
  }
  return selected;
}

plan::TargetFilter target_filter(const Options& options, plan::TargetFilter otherwise) {
  plan::TargetFilter filter;
  filter.lib_only = options.lib && !options.all_bins && !options.all_tests && !options.all_benches &&
                    !options.all_examples && !options.all_targets;
  filter.libs = options.lib || options.all_targets;
  filter.bins = options.all_bins || options.all_targets;
  filter.tests = options.all_tests || options.all_targets;
  filter.benches = options.all_benches || options.all_targets;
  filter.examples = options.all_examples || options.all_targets;
  filter.bin_names = options.bins;
  filter.test_names = options.tests;
  filter.bench_names = options.benches;
  filter.example_names = options.examples;
  const bool named = !options.bins.empty() || !options.tests.empty() || !options.benches.empty() ||
                     !options.examples.empty();
  const bool by_kind = filter.libs || filter.bins || filter.tests || filter.benches || filter.examples;
  return named || by_kind ? filter : otherwise;
}

Result<ChosenProfile> chosen_profile(const manifest::Workspace& workspace, const Options& options,
                                     std::string_view otherwise) {
  std::string name(otherwise);
  if (options.release) name = "release";
  if (!options.profile.empty()) {
    if (options.release && options.profile != "release") {
      return usage(fmt::format("`--release` and `--profile {}` exclude each other", options.profile),
                   "write one of them");
    }
    name = options.profile == "debug" ? "dev" : options.profile;
  }
  const auto found = workspace.profiles.find(name);
  if (found == workspace.profiles.end()) {
    std::vector<std::string_view> names;
    for (const auto& [known_name, profile] : workspace.profiles) names.push_back(known_name);
    const auto meant = did_you_mean(name, names);
    return usage(fmt::format("no profile is called `{}`", printable(name)),
                 meant ? fmt::format("did you mean `{}`?", *meant)
                       : fmt::format("there are {}; write [profile.{}] into {} for another", known(names),
                                     name, workspace.manifest_path));
  }
  ChosenProfile chosen{found->second, {}};
  if (name == "test" || name == "bench") {
    const auto base = workspace.profiles.find(name == "test" ? "dev" : "release");
    if (base != workspace.profiles.end() && same_but_for_name(chosen.profile, base->second)) {
      chosen.profile = base->second;
    }
  }
  std::vector<std::string> sanitize = options.sanitize;
  std::ranges::sort(sanitize);
  sanitize.erase(std::ranges::unique(sanitize).begin(), sanitize.end());
  chosen.directory = chosen.profile.name == "dev" ? "debug" : chosen.profile.name;
  if (!sanitize.empty()) chosen.directory += "-" + join(sanitize, "+");
  for (const std::string& sanitizer : sanitize) {
    if (std::ranges::find(chosen.profile.sanitize, sanitizer) == chosen.profile.sanitize.end()) {
      chosen.profile.sanitize.push_back(sanitizer);
    }
  }
  HULL_CHECK(check_sanitizers(chosen.profile.sanitize));
  return chosen;
}

}  // namespace hull::cli
