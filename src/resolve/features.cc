#include "resolve/features.h"

#include <algorithm>
#include <compare>
#include <utility>

namespace hull::resolve {
namespace {

const Feature* find_feature(const Release& release, std::string_view name) {
  const auto found = std::ranges::find(release.features, name, &Feature::name);
  return found == release.features.end() ? nullptr : &*found;
}

/// Calls `with` for each dependency of this name; one may be both optional and, by another entry, not.
void each_dependency(const Release& release, std::string_view name, auto with) {
  for (const Dependency& dependency : release.dependencies) {
    if (dependency.name == name) with(dependency);
  }
}

bool is_optional(const Release& release, std::string_view name) {
  bool optional = false;
  each_dependency(release, name, [&](const Dependency& one) { optional |= one.optional; });
  return optional;
}

/// An optional dependency is a feature of its own name unless some feature names it as "dep:".
bool is_implicit_feature(const Release& release, std::string_view name) {
  if (!is_optional(release, name)) return false;
  for (const Feature& feature : release.features) {
    for (const std::string_view entry : feature.enables) {
      if (entry.starts_with("dep:") && entry.substr(4) == name) return false;
    }
  }
  return true;
}

/// Gathers what one release demands because of one subject.
class Collector {
 public:
  Collector(const Release& release [[clang::lifetimebound]], const Subject& of [[clang::lifetimebound]])
      : release_(release), of_(of) {}

  void depend_on(const Dependency& dependency) {
    add({.wanted = {Subject::Kind::Package, dependency.package, ""},
         .requirement = dependency.requirement ? &*dependency.requirement : nullptr});
    for (const std::string& feature : dependency.features) switch_on(dependency.package, feature);
    if (dependency.default_features) switch_on(dependency.package, "default");
  }

  /// One entry of a feature's list.
  void enable(std::string_view entry) {
    if (entry.starts_with("dep:")) return use(entry.substr(4));
    const std::size_t slash = entry.find('/');
    if (slash == std::string_view::npos) return switch_on(of_.package, entry);
    std::string_view name = entry.substr(0, slash);
    const std::string_view feature = entry.substr(slash + 1);
    const bool weak = name.ends_with('?');
    if (weak) name.remove_suffix(1);
    // Asking for the use of what is no dependency says so.
    if (std::ranges::find(release_.dependencies, name, &Dependency::name) == release_.dependencies.end()) {
      return use(name);
    }
    if (!weak && is_optional(release_, name)) {
      use(name);
      // Cargo switches the feature of the dependency's name on as well, where there is one.
      if (find_feature(release_, name) || is_implicit_feature(release_, name)) switch_on(of_.package, name);
    }
    each_dependency(release_, name, [&](const Dependency& dependency) {
      Demand demand{.wanted = {Subject::Kind::Feature, dependency.package, std::string(feature)}};
      if (weak && dependency.optional) demand.given = used(name);
      add(std::move(demand));
    });
  }

  void use(std::string_view name) { add({.wanted = used(name)}); }

  std::vector<Demand> take() {
    std::ranges::sort(demands_, [](const Demand& a, const Demand& b) { return order(a, b) < 0; });
    const auto twice =
        std::ranges::unique(demands_, [](const Demand& a, const Demand& b) { return order(a, b) == 0; });
    demands_.erase(twice.begin(), twice.end());
    return std::move(demands_);
  }

 private:
  static std::strong_ordering order(const Demand& a, const Demand& b) {
    // By package first: that is how dependencies are listed, so there is little to sort.
    if (const auto order = a.wanted.package <=> b.wanted.package; order != 0) return order;
    if (const auto order = a.wanted <=> b.wanted; order != 0) return order;
    if (const auto order = a.given <=> b.given; order != 0) return order;
    // Rarely asked, and dear.
    const auto text = [](const Demand& demand) {
      return demand.requirement ? demand.requirement->text() : "";
    };
    return text(a) <=> text(b);
  }

  void add(Demand demand) {
    // A feature that names itself asks for nothing; a package may depend on another version of itself, which
    // cannot be.
    if (demand.wanted.kind == Subject::Kind::Package || demand.wanted != of_)
      demands_.push_back(std::move(demand));
  }
  void switch_on(std::string_view package, std::string_view feature) {
    add({.wanted = {Subject::Kind::Feature, std::string(package), std::string(feature)}});
  }
  Subject used(std::string_view name) const { return {Subject::Kind::Use, of_.package, std::string(name)}; }

  const Release& release_;
  const Subject& of_;
  std::vector<Demand> demands_;
};

}  // namespace

std::optional<std::vector<Demand>> demands(const Release& release, const Subject& of) {
  Collector collector(release, of);
  switch (of.kind) {
    case Subject::Kind::Package:
      for (const Dependency& dependency : release.dependencies) {
        if (!dependency.optional) collector.depend_on(dependency);
      }
      break;
    case Subject::Kind::Feature:
      if (const Feature* feature = find_feature(release, of.name)) {
        for (const std::string& entry : feature->enables) collector.enable(entry);
      } else if (is_implicit_feature(release, of.name)) {
        collector.use(of.name);
      } else if (of.name != "default") {
        return std::nullopt;
      }
      break;
    case Subject::Kind::Use:
      if (!is_optional(release, of.name)) return std::nullopt;
      each_dependency(release, of.name, [&](const Dependency& one) {
        if (one.optional) collector.depend_on(one);
      });
      break;
  }
  return collector.take();
}

}  // namespace hull::resolve
