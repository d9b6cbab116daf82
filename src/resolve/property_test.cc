// The resolver against an oracle that tries everything, on random universes of packages.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "resolve/explain.h"
#include "resolve/facts.h"
#include "resolve/paper_packages.h"
#include "resolve/solver.h"

namespace hull::resolve {
namespace {

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

/// That a fact which a proof stands on is true of the universe, found out without the code that made it.
class FactCheck {
 public:
  FactCheck(const PaperPackages& universe [[clang::lifetimebound]],
            const Options& options [[clang::lifetimebound]], const Catalog& catalog [[clang::lifetimebound]])
      : universe_(universe), options_(options), catalog_(catalog) {}

  void check(const Incompatibility& incompatibility) const {
    const Fact& fact = catalog_[incompatibility.fact];
    const Term* about = incompatibility.find(fact.subject);
    ASSERT_TRUE(about);
    const std::vector<Version>& versions = catalog_[fact.subject].versions;
    for (std::size_t i = 0; i < versions.size(); ++i) {
      if (about->choices.contains(i)) check(fact, incompatibility, versions[i]);
    }
  }

 private:
  struct Found {
    const Listed* listed = nullptr;
    const Release* release = nullptr;
  };
  Found find(const std::string& package, const Version& version) const {
    for (const Member& member : universe_.members) {
      if (member.name == package) return {nullptr, &member.release};
    }
    for (const auto& [listed, release] : universe_.packages.at(package)) {
      if (listed.version == version) return {&listed, &release};
    }
    return {};
  }

  void check(const Fact& fact, const Incompatibility& incompatibility, const Version& version) const {
    const std::string& package = catalog_[fact.subject].subject.package;
    const Found found = find(package, version);
    ASSERT_TRUE(found.release);
    switch (fact.kind) {
      case Fact::Kind::Given:
        FAIL() << "a proof does not name what is given";
      case Fact::Kind::Demand:
        return check_demand(fact, incompatibility, *found.release, version);
      case Fact::Kind::Missing:
        ASSERT_FALSE(demands(*found.release, catalog_[fact.via].subject));
        return;
      case Fact::Kind::Yanked:
        ASSERT_TRUE(found.listed && found.listed->yanked);
        return;
      case Fact::Kind::TooYoung:
        ASSERT_TRUE(found.listed && found.listed->published &&
                    *found.listed->published >= *options_.published_before);
        return;
      case Fact::Kind::Unavailable:
        ASSERT_EQ(found.release->unavailable, fact.detail);
        return;
      case Fact::Kind::Links:
        ASSERT_EQ(found.release->links, fact.detail);
        each_target(fact, incompatibility,
                    [&](const Release& other) { ASSERT_EQ(other.links, fact.detail); });
        return;
      case Fact::Kind::Standard:
        ASSERT_TRUE(found.release->standard);
        each_target(fact, incompatibility, [&](const Release& other) {
          ASSERT_TRUE(other.interface_standard);
          ASSERT_LT(*found.release->standard, *other.interface_standard);
        });
        return;
    }
  }

  void each_target(const Fact& fact, const Incompatibility& incompatibility, auto with) const {
    const Catalog::Entry& entry = catalog_[fact.target];
    for (std::size_t i = 0; i < entry.versions.size(); ++i) {
      if (!incompatibility.find(fact.target)->choices.contains(i)) continue;
      with(*find(entry.subject.package, entry.versions[i]).release);
    }
  }

  /// Some demand of the release holds of no version that the incompatibility excludes.
  void check_demand(const Fact& fact, const Incompatibility& incompatibility, const Release& release,
                    const Version& version) const {
    const auto demanded = demands(release, catalog_[fact.via].subject);
    ASSERT_TRUE(demanded);
    const Catalog::Entry& target = catalog_[fact.target];
    const bool itself = fact.target == fact.subject;
    const Term* excluded = incompatibility.find(fact.target);
    bool shown = false;
    for (const Demand& demand : *demanded) {
      if (demand.wanted != target.subject) continue;
      bool covered = true;
      for (std::size_t i = 0; i < target.versions.size(); ++i) {
        if (demand.requirement && !demand.requirement->matches(target.versions[i])) continue;
        // This version would do: the fact must say so.
        covered &= std::ranges::any_of(
            fact.wanted, [&](const Requirement* one) { return !one || one->matches(target.versions[i]); });
        covered &= itself ? target.versions[i] != version : excluded && !excluded->choices.contains(i);
      }
      shown |= covered;
    }
    ASSERT_TRUE(shown);
  }

  const PaperPackages& universe_;
  const Options& options_;
  const Catalog& catalog_;
};

void check_proof(PaperPackages& universe, const Options& options) {
  Incompatibilities known;
  Facts facts(universe.members, universe, options, known);
  ASSERT_TRUE(facts.start());
  const auto outcome = solve(known, facts);
  ASSERT_TRUE(outcome);
  ASSERT_TRUE(std::holds_alternative<Conflict>(*outcome));
  const Conflict conflict = std::get<Conflict>(*outcome);
  // The end of the proof blames nothing but what is given.
  for (const Term& term : known[conflict].terms) {
    const std::string& package = facts.catalog()[term.package].subject.package;
    ASSERT_TRUE(std::ranges::find(universe.members, package, &Member::name) != universe.members.end());
  }
  const FactCheck fact_check(universe, options, facts.catalog());
  std::set<IncompatibilityId> seen = {conflict};
  std::vector<IncompatibilityId> pending = {conflict};
  while (!pending.empty()) {
    const Incompatibility& step = known[pending.back()];
    pending.pop_back();
    if (!step.derived) {
      ASSERT_NO_FATAL_FAILURE(fact_check.check(step));
      continue;
    }
    for (const IncompatibilityId cause : {step.left, step.right}) {
      if (seen.insert(cause).second) pending.push_back(cause);
    }
  }
}

/// A universe as it would be written down.
std::string text_of(const PaperPackages& universe) {
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

TEST(Property, AgreesWithTheOracle) {
  unsigned solvable = 0;
  constexpr unsigned kUniverses = 10000;
  for (unsigned seed = 0; seed < kUniverses; ++seed) {
    Maker maker(seed);
    PaperPackages universe = maker.universe();
    const Options options = maker.options();
    const auto what = [&] {
      return fmt::format("seed {}\n{}{}", seed, text_of(universe), outcome(universe, options));
    };
    const Oracle oracle(universe, options);
    const auto result = resolve(universe.members, universe, options);
    ASSERT_TRUE(result) << result.error().message << what();
    const bool solved = std::holds_alternative<Resolution>(*result);
    ASSERT_EQ(solved, oracle.has_solution()) << what();
    solvable += solved;
    if (solved) {
      ASSERT_NO_FATAL_FAILURE(oracle.check(std::get<Resolution>(*result))) << what();
    } else {
      ASSERT_TRUE(std::get<Unsolvable>(*result).explanation.ends_with("version solving failed.")) << what();
      ASSERT_NO_FATAL_FAILURE(check_proof(universe, options)) << what();
    }
    PaperPackages other = maker.shuffled(universe);
    ASSERT_EQ(outcome(other, options), text_of(result)) << what();
  }
  // The universes are worth their time.
  EXPECT_GT(solvable, kUniverses / 5);
  EXPECT_LT(solvable, kUniverses * 4 / 5);
}

// Too large to try everything, but something is known to fit; deep enough for the search to go back in all
// its ways.
TEST(Property, FindsWhatIsKnownToFit) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    Maker maker(seed);
    PaperPackages universe = maker.planted(20 + seed % 80);
    const auto result = resolve(universe.members, universe, {});
    ASSERT_TRUE(result) << result.error().message;
    ASSERT_TRUE(std::holds_alternative<Resolution>(*result)) << seed << "\n"
                                                             << text_of(universe) << text_of(result);
    const Options options;
    ASSERT_NO_FATAL_FAILURE(Oracle(universe, options).check(std::get<Resolution>(*result))) << seed;
    PaperPackages other = maker.shuffled(universe);
    ASSERT_EQ(outcome(other), text_of(result)) << seed;
  }
}

}  // namespace
}  // namespace hull::resolve
