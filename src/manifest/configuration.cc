// One configuration of packages: which features are on, and what a package is with them.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "manifest/features.h"
#include "manifest/package_graph.h"
#include "manifest/syntax.h"
#include "manifest/usage_error.h"
#include "manifest/workspace.h"

namespace hull::manifest {
namespace {

using Names = std::set<std::string, std::less<>>;

template <class T>
void append(std::vector<T>& list, const std::vector<T>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

void add_settings(Settings& settings, const Settings& more) {
  append(settings.includes, more.includes);
  append(settings.flags, more.flags);
  append(settings.c_flags, more.c_flags);
  append(settings.cxx_flags, more.cxx_flags);
  append(settings.link_flags, more.link_flags);
  append(settings.links, more.links);
  for (const auto& [name, value] : more.defines) settings.defines[name] = value;
}

/// Adds `more`; one of a name that is there already replaces it, as the more particular of the two.
void add_dependencies(std::vector<Dependency>& dependencies, const std::vector<Dependency>& more) {
  for (const Dependency& one : more) {
    auto same = std::ranges::find(dependencies, one.name, &Dependency::name);
    if (same == dependencies.end()) dependencies.push_back(one);
    else *same = one;
  }
}

void add_overlay(std::vector<Target>& targets, const Conditional::Overlay& overlay) {
  for (Target& target : targets) {
    if (target.kind != overlay.kind || (!overlay.target.empty() && target.name != overlay.target)) continue;
    append(target.sources, overlay.sources);
    append(target.exclude, overlay.exclude);
    add_settings(target.own, overlay.own);
    add_settings(target.exported, overlay.exported);
    bool header_only = target.kind == TargetKind::Lib && target.lib_kind == LibKind::HeaderOnly;
    if (header_only && !target.sources.empty()) target.lib_kind = LibKind::Static;
  }
}

bool has_feature(const Package& package, std::string_view name) {
  auto known = feature_names(package);
  return name == "default" || std::ranges::find(known, name) != known.end();
}

Error unknown_feature(const Package& package, std::string_view name) {
  Error error = usage_error(fmt::format("package `{}` has no feature `{}`", package.name, printable(name)));
  auto known = feature_names(package);
  if (auto meant = did_you_mean(name, known)) error.help.push_back(fmt::format("did you mean `{}`?", *meant));
  else if (known.empty()) error.help.push_back("it has no features");
  else error.help.push_back("it has " + and_list(known));
  return error;
}

/// Switches features on until nothing follows from what is on.
class Activation {
 public:
  explicit Activation(const Workspace& workspace)
      : workspace_(workspace), reached_(workspace.packages.size()) {
    for (std::size_t i = 0; i < workspace.packages.size(); ++i) index_[workspace.packages[i].name] = i;
  }

  /// Reaches package `at` and switches `features` of it on.
  void enable(std::size_t at, const std::vector<std::string>& features) {
    Reached& reached = reached_[at];
    std::vector<std::string> all(reached.features.begin(), reached.features.end());
    append(all, features);
    Names on = closure(workspace_.packages[at], all);
    if (reached.yes && on == reached.features) return;
    reached = {true, std::move(on)};
    pending_.push_back(at);
  }

  /// Follows dependencies; those of tests only from packages in `selected`.
  void run(const std::vector<std::size_t>& selected) {
    while (!pending_.empty()) {
      std::size_t at = pending_.back();
      pending_.pop_back();
      bool with_tests = std::ranges::find(selected, at) != selected.end();
      Names on = reached_[at].features;  // A copy: a circle through tests may come back to this package.
      follow(workspace_.packages[at], on, with_tests);
    }
  }

  std::map<std::string, std::vector<std::string>> result() const {
    std::map<std::string, std::vector<std::string>> result;
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      const Package& package = workspace_.packages[i];
      std::vector<std::string>& features = result[package.name];
      for (const std::string& name : reached_[i].features) {
        if (name != "default" ||
            std::ranges::find(package.features, name, &Feature::name) != package.features.end()) {
          features.push_back(name);
        }
      }
    }
    return result;
  }

 private:
  struct Reached {
    bool yes = false;
    Names features;
  };

  void follow(const Package& package, const Names& on, bool with_tests) {
    Names optional = enabled_dependencies(package, on);
    auto follow_all = [&](const std::vector<Dependency>& dependencies) {
      for (const Dependency& one : dependencies) {
        if (!one.optional || optional.contains(one.name)) follow_one(package, on, one);
      }
    };
    follow_all(package.dependencies);
    if (with_tests) follow_all(package.dev_dependencies);
    for (const Conditional& conditional : package.conditionals) {
      follow_all(conditional.dependencies);
      if (with_tests) follow_all(conditional.dev_dependencies);
    }
  }

  void follow_one(const Package& package, const Names& on, const Dependency& dependency) {
    if (!std::holds_alternative<PathSource>(dependency.source)) return;
    auto to = index_.find(package_name(dependency));
    if (to == index_.end()) return;
    std::vector<std::string> features;
    if (dependency.default_features) features.push_back("default");
    for (const Text& feature : dependency.features) features.push_back(feature.value);
    for (const Feature& feature : package.features) {
      if (!on.contains(feature.name)) continue;
      for (const Text& entry : feature.enables) {
        Enable enable = parse_enable(entry.value);
        if (enable.kind == Enable::Kind::DependencyFeature && enable.dependency == dependency.name) {
          features.emplace_back(enable.feature);
        }
      }
    }
    enable(to->second, features);
  }

  const Workspace& workspace_;
  std::map<std::string_view, std::size_t> index_;
  std::vector<Reached> reached_;
  std::vector<std::size_t> pending_;
};

/// `--features` as lists per selected or named package.
Result<std::map<std::size_t, std::vector<std::string>>> requested(const Workspace& workspace,
                                                                  const std::vector<std::size_t>& selected,
                                                                  const FeatureRequest& request) {
  std::map<std::size_t, std::vector<std::string>> lists;
  for (std::size_t at : selected) {
    auto& list = lists[at];
    if (!request.no_default) list.push_back("default");
    if (!request.all) continue;
    for (std::string_view name : feature_names(workspace.packages[at])) list.emplace_back(name);
  }
  for (const std::string& name : request.features) {
    std::size_t slash = name.find('/');
    if (slash != std::string::npos) {
      std::string package = name.substr(0, slash);
      const Package* found = workspace.find(package);
      if (!found) {
        std::vector<std::string_view> names;
        for (const Package& one : workspace.packages) names.push_back(one.name);
        Error error =
            usage_error(fmt::format("there is no package `{}` in this workspace", printable(package)));
        if (auto meant = did_you_mean(package, names))
          error.help.push_back(fmt::format("did you mean `{}`?", *meant));
        return fail(std::move(error));
      }
      std::string feature = name.substr(slash + 1);
      if (!has_feature(*found, feature)) return fail(unknown_feature(*found, feature));
      lists[static_cast<std::size_t>(found - workspace.packages.data())].push_back(feature);
      continue;
    }
    bool any = false;
    for (std::size_t at : selected) {
      if (!has_feature(workspace.packages[at], name)) continue;
      any = true;
      lists[at].push_back(name);
    }
    if (any) continue;
    if (selected.size() == 1) return fail(unknown_feature(workspace.packages[selected.front()], name));
    return fail(fmt::format("none of the selected packages has a feature `{}`", printable(name)),
                ErrorKind::Usage);
  }
  return lists;
}

}  // namespace

Result<Package> configured(const Package& package, const CfgContext& context,
                           const std::vector<std::string>& features) {
  for (const std::string& name : features) {
    if (!has_feature(package, name)) return fail(unknown_feature(package, name).at(package.span));
  }
  Names on = closure(package, features);
  CfgContext facts = context;
  facts.values["feature"].insert(on.begin(), on.end());

  Package result = package;
  for (const Conditional& conditional : package.conditionals) {
    if (!conditional.condition.holds(facts)) continue;
    add_dependencies(result.dependencies, conditional.dependencies);
    add_dependencies(result.dev_dependencies, conditional.dev_dependencies);
    for (const Conditional::Overlay& overlay : conditional.overlays) add_overlay(result.targets, overlay);
  }
  result.conditionals.clear();

  Names enabled = enabled_dependencies(package, on);
  auto is_off = [&](const Dependency& one) { return one.optional && !enabled.contains(one.name); };
  std::erase_if(result.dependencies, is_off);
  std::erase_if(result.dev_dependencies, is_off);
  std::erase_if(result.targets, [&](const Target& target) {
    return !std::ranges::all_of(target.required_features,
                                [&](const Text& name) { return on.contains(name.value); });
  });
  return result;
}

Result<std::map<std::string, std::vector<std::string>>> activate_features(
    const Workspace& workspace, const std::vector<std::size_t>& selected, const FeatureRequest& request) {
  HULL_TRY(auto lists, requested(workspace, selected, request));
  Activation activation(workspace);
  for (const auto& [at, features] : lists) activation.enable(at, features);
  activation.run(selected);
  return activation.result();
}

}  // namespace hull::manifest
