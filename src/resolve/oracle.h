// Resolution by trying everything, for tests: what the resolver's answers are held against.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "resolve/paper_packages.h"
#include "resolve/resolve.h"

namespace hull::resolve {

/// A package of a universe, with the features and uses that are on.
struct Active {
  Version version;
  const Release* release = nullptr;
  std::set<std::string> features = {}, uses = {};
};

/// Tries all versions of all packages. It knows Cargo's rules of features by following them, not as a problem
/// to solve.
class Oracle {
 public:
  explicit Oracle(const PaperPackages& universe [[clang::lifetimebound]],
                  const Options& options [[clang::lifetimebound]])
      : universe_(universe), options_(options) {}

  using Chosen = std::map<std::string, Active>;

  bool has_solution() const { return search(start()); }

  /// Whether these versions, and no fewer, satisfy everyone, with these features and uses.
  void check(const Resolution& resolution) const {
    Chosen chosen = start();
    for (const Selected& selected : resolution.packages) {
      const Release* release = find(selected.name, selected.version);
      if (release) chosen.emplace(selected.name, Active{selected.version, release});
    }
    std::set<std::string> needed;
    for (const auto& [name, active] : start()) needed.insert(name);
    ASSERT_EQ(follow(chosen, needed), Verdict::Fits);
    ASSERT_EQ(needed.size(), resolution.packages.size());
    for (const Selected& selected : resolution.packages) {
      const Active& active = chosen.at(selected.name);
      ASSERT_TRUE(active.version == selected.version);
      ASSERT_EQ(selected.features, std::vector(active.features.begin(), active.features.end()))
          << selected.name;
      ASSERT_EQ(selected.uses, std::vector(active.uses.begin(), active.uses.end())) << selected.name;
    }
  }

 private:
  enum class Verdict { Fits, Open, Fails };

  Chosen start() const {
    Chosen chosen;
    for (const Member& member : universe_.members) {
      Active active{member.version, &member.release};
      active.features.insert(member.features.begin(), member.features.end());
      if (member.default_features) active.features.insert("default");
      chosen.emplace(member.name, std::move(active));
    }
    return chosen;
  }

  const Release* find(const std::string& name, const Version& version) const {
    const auto found = universe_.packages.find(name);
    if (found == universe_.packages.end()) return nullptr;
    for (const auto& [listed, release] : found->second) {
      if (listed.version == version && usable(name, listed) && release.unavailable.empty()) return &release;
    }
    return nullptr;
  }

  bool usable(const std::string& name, const Listed& listed) const {
    const auto locked = options_.locked.find(name);
    if (locked != options_.locked.end() && locked->second == listed.version) return true;
    if (options_.published_before && listed.published && *listed.published >= *options_.published_before)
      return false;
    return !listed.yanked;
  }

  bool search(const Chosen& chosen) const {
    Chosen state = chosen;
    std::set<std::string> needed;
    const Verdict verdict = follow(state, needed);
    if (verdict != Verdict::Open) return verdict == Verdict::Fits;
    for (const std::string& name : needed) {
      if (state.contains(name)) continue;
      const auto found = universe_.packages.find(name);
      if (found == universe_.packages.end()) return false;
      for (const auto& [listed, release] : found->second) {
        if (!find(name, listed.version)) continue;
        Chosen next = chosen;
        next.emplace(name, Active{listed.version, &release});
        if (search(next)) return true;
      }
      return false;
    }
    return false;
  }

  /// Switches on all that follows from `chosen`, until nothing more does; `needed` gets what is depended on.
  static Verdict follow(Chosen& chosen, std::set<std::string>& needed) {
    bool fits = true;
    for (std::size_t before = ~std::size_t{0}; before != count(chosen, needed);) {
      before = count(chosen, needed);
      for (auto& [name, active] : chosen) {
        for (const Dependency& dependency : active.release->dependencies) {
          if (!dependency.optional || active.uses.contains(dependency.name))
            fits &= take(dependency, active, chosen, needed);
        }
        for (const std::string& feature : std::set(active.features)) fits &= enable(feature, name, chosen);
      }
    }
    if (!fits) return Verdict::Fails;
    std::set<std::string> libraries;
    for (const auto& [name, active] : chosen) {
      if (!active.release->links.empty() && !libraries.insert(active.release->links).second)
        return Verdict::Fails;
    }
    const bool complete =
        std::ranges::all_of(needed, [&](const std::string& name) { return chosen.contains(name); });
    return complete ? Verdict::Fits : Verdict::Open;
  }

  static std::size_t count(const Chosen& chosen, const std::set<std::string>& needed) {
    std::size_t count = needed.size();
    for (const auto& [name, active] : chosen) count += active.features.size() + active.uses.size();
    return count;
  }

  static bool take(const Dependency& dependency, const Active& by, Chosen& chosen,
                   std::set<std::string>& needed) {
    needed.insert(dependency.package);
    const auto found = chosen.find(dependency.package);
    if (found == chosen.end()) return true;
    Active& other = found->second;
    other.features.insert(dependency.features.begin(), dependency.features.end());
    if (dependency.default_features) other.features.insert("default");
    const auto& interface = other.release->interface_standard;
    if (by.release->standard && interface && *interface > *by.release->standard) return false;
    return !dependency.requirement || dependency.requirement->matches(other.version);
  }

  static bool enable(const std::string& name, const std::string& package, Chosen& chosen) {
    Active& active = chosen.at(package);
    const Release& release = *active.release;
    const auto optional = [&](const std::string& one) {
      return std::ranges::any_of(release.dependencies,
                                 [&](const Dependency& d) { return d.name == one && d.optional; });
    };
    bool named = false;
    for (const Feature& feature : release.features) {
      for (const std::string& entry : feature.enables) named |= entry == "dep:" + name;
    }
    bool known = name == "default" || (optional(name) && !named);
    const bool implicit = optional(name) && !named;
    for (const Feature& feature : release.features) {
      if (feature.name != name) continue;
      known = true;
      for (const std::string& entry : feature.enables) {
        if (entry.starts_with("dep:")) {
          active.uses.insert(entry.substr(4));
        } else if (const std::size_t slash = entry.find('/'); slash != std::string::npos) {
          std::string other = entry.substr(0, slash);
          const bool weak = other.ends_with('?');
          if (weak) other.pop_back();
          if (!weak && optional(other)) {
            active.uses.insert(other);
            bool other_named = false;
            for (const Feature& one : release.features) {
              for (const std::string& text : one.enables) other_named |= text == "dep:" + other;
            }
            const bool written =
                std::ranges::find(release.features, other, &Feature::name) != release.features.end();
            if (written || !other_named) active.features.insert(other);
          }
          for (const Dependency& dependency : release.dependencies) {
            if (dependency.name != other || (weak && dependency.optional && !active.uses.contains(other)))
              continue;
            const auto found = chosen.find(dependency.package);
            if (found != chosen.end()) found->second.features.insert(entry.substr(slash + 1));
          }
        } else {
          active.features.insert(entry);
        }
      }
    }
    const bool written = std::ranges::find(release.features, name, &Feature::name) != release.features.end();
    if (implicit && !written) active.uses.insert(name);
    return known;
  }

  const PaperPackages& universe_;
  const Options& options_;
};

}  // namespace hull::resolve
