// The resolver against an oracle that tries everything, on random universes of packages.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "resolve/explain.h"
#include "resolve/facts.h"
#include "resolve/oracle.h"
#include "resolve/paper_packages.h"
#include "resolve/random_universe.h"
#include "resolve/solver.h"

namespace hull::resolve {
namespace {

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
