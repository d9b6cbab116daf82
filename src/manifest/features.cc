#include "manifest/features.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace hull::manifest {
namespace {

using Names = std::set<std::string, std::less<>>;

const Feature* find_feature(const Package& package, std::string_view name) {
  auto feature = std::ranges::find(package.features, name, &Feature::name);
  return feature == package.features.end() ? nullptr : &*feature;
}

using Known = std::vector<std::string_view>;

void check_enable(const Package& package, const Text& entry, const Known& known_features,
                  Problems& problems) {
  Enable enable = parse_enable(entry.value);
  Place place{entry.span.begin, entry.span.end};
  if (enable.kind == Enable::Kind::Feature) {
    if (std::ranges::find(known_features, enable.feature) != known_features.end()) return;
    std::vector<std::string> help;
    auto dependencies = every_dependency(package);
    bool dependency =
        std::ranges::find(dependencies, enable.feature, &Dependency::name) != dependencies.end();
    if (dependency) {
      help.push_back(fmt::format("a dependency is switched on by \"dep:{}\"", enable.feature));
    } else if (auto meant = did_you_mean(enable.feature, known_features)) {
      help.push_back(fmt::format("did you mean `{}`?", *meant));
    } else {
      help.push_back("add it to [features]");
    }
    problems.add(place, fmt::format("unknown feature `{}`", printable(entry.value)), std::move(help));
    return;
  }
  std::vector<std::string_view> names;
  bool optional = false;
  for (const Dependency* dependency : every_dependency(package)) {
    names.push_back(dependency->name);
    if (dependency->name == enable.dependency) optional |= dependency->optional;
  }
  bool known = std::ranges::find(names, enable.dependency) != names.end();
  if (!known) {
    auto meant = did_you_mean(enable.dependency, names);
    problems.add(place, fmt::format("`{}` names no dependency of this package", printable(entry.value)),
                 {meant ? fmt::format("did you mean `{}`?", *meant)
                        : fmt::format("add `{}` to [dependencies]", printable(enable.dependency))});
  } else if (!optional && (enable.kind == Enable::Kind::Dependency || enable.weak)) {
    problems.add(place, fmt::format("dependency `{}` is not optional: it is always on", enable.dependency),
                 {fmt::format("add optional = true to it, or leave out \"{}\"", printable(entry.value))});
  }
}

}  // namespace

Enable parse_enable(std::string_view text) {
  Enable enable;
  if (text.starts_with("dep:")) {
    enable.kind = Enable::Kind::Dependency;
    enable.dependency = text.substr(4);
    return enable;
  }
  std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    enable.feature = text;
    return enable;
  }
  enable.kind = Enable::Kind::DependencyFeature;
  enable.dependency = text.substr(0, slash);
  enable.feature = text.substr(slash + 1);
  if (enable.dependency.ends_with('?')) {
    enable.dependency.remove_suffix(1);
    enable.weak = true;
  }
  return enable;
}

std::vector<const Dependency*> every_dependency(const Package& package) {
  std::vector<const Dependency*> all;
  auto take = [&](const std::vector<Dependency>& dependencies) {
    for (const Dependency& dependency : dependencies) all.push_back(&dependency);
  };
  take(package.dependencies);
  take(package.dev_dependencies);
  for (const Conditional& conditional : package.conditionals) {
    take(conditional.dependencies);
    take(conditional.dev_dependencies);
  }
  return all;
}

Names implicit_features(const Package& package) {
  Names names;
  for (const Dependency* dependency : every_dependency(package)) {
    if (dependency->optional) names.insert(dependency->name);
  }
  if (names.empty()) return names;
  for (const Feature& feature : package.features) {
    names.erase(feature.name);
    for (const Text& entry : feature.enables) {
      Enable enable = parse_enable(entry.value);
      if (enable.kind != Enable::Kind::Dependency) continue;
      if (auto name = names.find(enable.dependency); name != names.end()) names.erase(name);
    }
  }
  return names;
}

std::vector<std::string_view> feature_names(const Package& package) {
  std::vector<std::string_view> names;
  for (const Feature& feature : package.features) names.push_back(feature.name);
  Names implicit = implicit_features(package);
  for (const Dependency* dependency : every_dependency(package)) {
    if (auto name = implicit.find(dependency->name); name != implicit.end()) {
      names.push_back(dependency->name);
      implicit.erase(name);
    }
  }
  return names;
}

Names closure(const Package& package, std::span<const std::string> on) {
  Names names;
  std::vector<std::string> pending(on.begin(), on.end());
  while (!pending.empty()) {
    std::string name = std::move(pending.back());
    pending.pop_back();
    if (!names.insert(name).second) continue;
    const Feature* feature = find_feature(package, name);
    if (!feature) continue;
    for (const Text& entry : feature->enables) {
      Enable enable = parse_enable(entry.value);
      if (enable.kind == Enable::Kind::Feature) pending.emplace_back(enable.feature);
    }
  }
  return names;
}

Names enabled_dependencies(const Package& package, const Names& features) {
  Names enabled;
  Names implicit = implicit_features(package);
  for (const std::string& name : features) {
    if (implicit.contains(name)) enabled.insert(name);
    const Feature* feature = find_feature(package, name);
    if (!feature) continue;
    for (const Text& entry : feature->enables) {
      Enable enable = parse_enable(entry.value);
      if (enable.kind != Enable::Kind::Feature && !enable.weak) enabled.emplace(enable.dependency);
    }
  }
  return enabled;
}

std::optional<std::string> feature_macro(const Package& package, std::string_view feature) {
  if (const Feature* written = find_feature(package, feature); written && !written->define) return {};
  std::string macro = "HULL_FEATURE_" + to_upper(feature);
  for (char& c : macro) {
    const bool plain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (!plain) c = '_';
  }
  return macro;
}

void check_features(const Manifest& manifest, Problems& problems) {
  const Package& package = manifest.package;
  const Known known = feature_names(package);
  for (const Feature& feature : package.features) {
    for (const Text& entry : feature.enables) check_enable(package, entry, known, problems);
  }
  for (const WrittenTarget& written : manifest.targets) {
    for (const Text& entry : written.target.required_features) {
      if (std::ranges::find(known, std::string_view(entry.value)) != known.end()) continue;
      auto meant = did_you_mean(entry.value, known);
      problems.add({entry.span.begin, entry.span.end},
                   fmt::format("unknown feature `{}`", printable(entry.value)),
                   {meant ? fmt::format("did you mean `{}`?", *meant) : std::string("add it to [features]")});
    }
  }
}

}  // namespace hull::manifest
