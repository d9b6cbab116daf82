// Random packages, for tests.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "resolve/paper_packages.h"

namespace hull::resolve {

/// Makes universes. Some have nothing but dependencies; the others everything.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  PaperPackages universe() {
    PaperPackages made;
    rich_ = pick(2) == 0;
    const unsigned count = 2 + pick(5);
    for (unsigned i = 0; i < count; ++i) names_.push_back(std::string(1, static_cast<char>('a' + i)));
    for (unsigned i = 0; i < count; ++i) {
      const unsigned versions = pick(40) == 0 ? 0 : 1 + pick(4);
      for (unsigned v = 0; v < versions; ++v) {
        Listed listed{.version = Version(1 + v / 2, v % 2, 0, pick(8) == 0 ? "rc" : "")};
        listed.yanked = pick(10) == 0;
        if (pick(3) == 0) listed.published = pick(10);
        made.packages[names_[i]].push_back({listed, release(pick(4), i)});
      }
    }
    for (unsigned i = 0; i < 1 + pick(2); ++i) {
      Member member{.name = i == 0 ? "z" : names_.back(),
                    .version = Version(0, 1, 0),
                    .release = release(1 + pick(4), count)};
      if (rich_ && pick(3) == 0) member.features = {feature_name()};
      if (pick(4) == 0) member.default_features = false;
      member.release.unavailable.clear();
      made.members.push_back(std::move(member));
    }
    return made;
  }

  Options options() {
    Options options;
    if (pick(3) == 0) options.strategy = Options::Strategy::Lowest;
    if (pick(3) == 0) options.published_before = pick(10);
    for (const std::string& name : names_) {
      if (pick(4) == 0) options.locked[name] = Version(1 + pick(2), pick(2), 0);
    }
    return options;
  }

  /// Many packages with tight bounds, and a choice of versions that satisfies everyone.
  PaperPackages planted(unsigned count) {
    PaperPackages made;
    std::vector<Version> planted;
    for (unsigned i = 0; i < count; ++i) {
      names_.push_back(fmt::format("p{:03}", i));
      planted.emplace_back(1, pick(6), 0);
    }
    const auto depend = [&](unsigned from, bool satisfied) {
      Release release;
      for (unsigned n = pick(4); n > 0 && from + 1 < count; --n) {
        const unsigned other = from + 1 + pick(std::min(count - from - 1, 12U));
        const unsigned low = satisfied ? pick(static_cast<unsigned>(planted[other].minor()) + 1) : pick(6);
        const unsigned high =
            satisfied ? static_cast<unsigned>(planted[other].minor()) + 1 + pick(3) : low + 1 + pick(3);
        release.dependencies.push_back(
            {.name = names_[other],
             .package = names_[other],
             .requirement = parse_requirement(fmt::format(">=1.{}, <1.{}", low, high)).value(),
             .features = {}});
      }
      return release;
    };
    for (unsigned i = 0; i < count; ++i) {
      for (unsigned v = 0; v < 6; ++v) {
        made.packages[names_[i]].push_back(
            {{.version = Version(1, v, 0)}, depend(i, planted[i].minor() == v)});
      }
    }
    made.members.push_back({.name = "z", .version = Version(0, 1, 0), .release = depend(0, true)});
    for (unsigned i = 0; i < count; i += 7) {
      made.members.back().release.dependencies.push_back(
          {.name = names_[i], .package = names_[i], .requirement = {}, .features = {}});
    }
    return made;
  }

  /// The same universe, written down in another order.
  PaperPackages shuffled(PaperPackages universe) {
    const auto mix = [&](Release& release) {
      std::ranges::shuffle(release.dependencies, random_);
      std::ranges::shuffle(release.features, random_);
      for (Feature& feature : release.features) std::ranges::shuffle(feature.enables, random_);
      for (Dependency& dependency : release.dependencies) std::ranges::shuffle(dependency.features, random_);
    };
    std::ranges::shuffle(universe.members, random_);
    for (Member& member : universe.members) mix(member.release);
    for (auto& [name, versions] : universe.packages) {
      std::ranges::shuffle(versions, random_);
      for (auto& [listed, release] : versions) mix(release);
    }
    return universe;
  }

 private:
  unsigned pick(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
  std::string feature_name() { return std::string(1, "fgh"[pick(3)]); }

  Release release(unsigned dependencies, unsigned self) {
    Release made;
    for (unsigned i = 0; i < dependencies; ++i) {
      const unsigned other = pick(static_cast<unsigned>(names_.size()));
      // Now and then a circle, or a package that depends on itself.
      if (other <= self && self < names_.size() && pick(3) != 0) continue;
      made.dependencies.push_back(dependency(names_[other]));
    }
    if (!rich_) return made;
    for (const char* name : {"f", "g", "h", "default"}) {
      if (pick(10) == 0) continue;
      Feature feature{.name = name, .enables = {}};
      for (unsigned i = pick(3); i > 0; --i) feature.enables.push_back(entry(made));
      made.features.push_back(std::move(feature));
    }
    if (pick(5) == 0) made.links = pick(2) == 0 ? "z" : "y";
    constexpr std::uint16_t kYears[] = {2017, 2020, 2023};
    if (pick(4) != 0) made.standard = Standard{kYears[pick(3)]};
    if (pick(8) == 0) made.interface_standard = Standard{kYears[pick(3)]};
    if (pick(20) == 0) made.unavailable = "gone";
    return made;
  }

  Dependency dependency(const std::string& package) {
    Dependency made{.name = package, .package = package, .requirement = {}, .features = {}};
    if (pick(3) != 0) made.requirement = requirements()[pick(static_cast<unsigned>(requirements().size()))];
    if (!rich_) return made;
    if (pick(6) == 0) made.name = "alias";
    made.optional = pick(3) == 0;
    made.default_features = pick(3) != 0;
    if (pick(3) == 0) made.features.push_back(feature_name());
    return made;
  }

  std::string entry(const Release& release) {
    const unsigned kind = pick(4);
    if (kind == 0 || release.dependencies.empty()) return feature_name();
    const Dependency& dependency =
        release.dependencies[pick(static_cast<unsigned>(release.dependencies.size()))];
    if (kind == 1)
      return (dependency.optional ? "dep:" : "") + (dependency.optional ? dependency.name : feature_name());
    return dependency.name + (kind == 2 ? "/" : "?/") + feature_name();
  }

  static const std::vector<Requirement>& requirements() {
    static const std::vector<Requirement> all = parse_all();
    return all;
  }
  static std::vector<Requirement> parse_all() {
    std::vector<Requirement> all;
    for (const char* text : {"1", "2", "^1.1", "=1.0", "=1.0.0", "=1.1.0", ">=1.1", "<2", "*", "<=2.0", ">1",
                             "1.0.0-rc", ">=2.0.0-rc", "3"}) {
      all.push_back(*parse_requirement(text));
    }
    return all;
  }

  std::mt19937 random_;
  std::vector<std::string> names_;
  bool rich_ = false;
};

/// A universe as it would be written down.
inline std::string text_of(const PaperPackages& universe) {
  std::string text;
  const auto line = [&](const std::string& name, const Listed& listed, const Release& release) {
    text += name + " " + listed.version.text();
    if (listed.yanked) text += " | yanked";
    if (listed.published) text += " | published " + std::to_string(*listed.published);
    for (const Dependency& one : release.dependencies) {
      text += " | " + one.name + "=" + one.package;
      if (one.requirement) text += " " + one.requirement->text();
      if (one.optional) text += " optional";
      if (!one.default_features) text += " no-default";
      if (!one.features.empty()) text += " with " + join(one.features, ",");
    }
    for (const Feature& one : release.features)
      text += " | feature " + one.name + " = " + join(one.enables, ", ");
    if (!release.links.empty()) text += " | links " + release.links;
    if (release.standard) text += " | standard " + release.standard->text();
    if (release.interface_standard) text += " | interface " + release.interface_standard->text();
    if (!release.unavailable.empty()) text += " | unavailable " + release.unavailable;
    text += "\n";
  };
  for (const Member& member : universe.members) {
    text += "member ";
    line(member.name, {.version = member.version}, member.release);
    text += "  on " + join(member.features, ",") + (member.default_features ? "" : " no-default") + "\n";
  }
  for (const auto& [name, versions] : universe.packages) {
    for (const auto& [listed, release] : versions) line(name, listed, release);
  }
  return text;
}

}  // namespace hull::resolve
