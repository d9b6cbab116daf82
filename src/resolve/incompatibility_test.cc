#include "resolve/incompatibility.h"

#include <gtest/gtest.h>

#include <random>

namespace hull::resolve {
namespace {

constexpr std::size_t kPackages = 3, kVersions = 2;

/// Whether the terms of `one` all hold when package p is `chosen[p]`; 0 is absence, i is version i - 1.
bool holds(const Incompatibility& one, const std::vector<std::size_t>& chosen) {
  for (const Term& term : one.terms) {
    const std::size_t choice = chosen[index(term.package)];
    if (!(choice == 0 ? term.choices.allow_absence() : term.choices.contains(choice - 1))) return false;
  }
  return true;
}

TEST(Incompatibility, TermsAreSortedAndNoneAlwaysHolds) {
  Incompatibilities known;
  const PackageId a = known.add_package(2), b = known.add_package(1), c = known.add_package(1);
  const IncompatibilityId id =
      known.add_fact({{c, Choices::absent(1)}, {b, Choices::all(1)}, {a, Choices::only(2, 1)}}, FactId{7});
  ASSERT_EQ(known[id].terms.size(), 2U);
  EXPECT_EQ(known[id].terms[0].package, a);
  EXPECT_EQ(known[id].terms[1].package, c);
  EXPECT_EQ(known[id].fact, FactId{7});
  EXPECT_FALSE(known[id].derived);
  EXPECT_EQ(known[id].find(b), nullptr);
  EXPECT_EQ(known[id].choices(c), Choices::absent(1));
}

TEST(Incompatibility, FollowersComeAfter) {
  Incompatibilities known;
  const PackageId a = known.add_package(2), on = known.add_package(1, a);
  EXPECT_EQ(known.after(a), a);
  EXPECT_EQ(known.after(on), a);
  ASSERT_EQ(known.followers(a).size(), 1U);
  EXPECT_EQ(known.followers(a)[0], on);
}

// Whatever is chosen, if what was derived is violated, one of its causes is; and it does not depend on more
// than it must.
TEST(Incompatibility, DerivedOnesFollow) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    Incompatibilities known;
    for (std::size_t p = 0; p < kPackages; ++p) known.add_package(kVersions);
    const auto some = [&](bool with_pivot) {
      std::vector<Term> terms;
      for (std::size_t p = 0; p < kPackages; ++p) {
        if (!(with_pivot && p == 0) && random() % 3 == 0) continue;
        Choices choices = random() % 2 == 0 ? Choices::absent(kVersions) : Choices(kVersions);
        for (std::size_t v = 0; v < kVersions; ++v) {
          if (random() % 2 == 0) choices.insert(v);
        }
        // A term that always or never holds is none.
        if (choices.is_all() || choices.empty()) choices = Choices::only(kVersions, 0);
        terms.push_back({PackageId(p), choices});
      }
      return known.add_fact(std::move(terms), {});
    };
    const IncompatibilityId left = some(true), right = some(true);
    const IncompatibilityId derived = known.derive(left, right, PackageId{0});
    EXPECT_TRUE(known[derived].derived);
    EXPECT_EQ(known[derived].left, left);
    EXPECT_EQ(known[derived].right, right);
    for (std::size_t i = 0; i < 27; ++i) {
      const std::vector<std::size_t> chosen = {i % 3, i / 3 % 3, i / 9};
      // Of the pivot's choices, those that neither cause speaks of are not excluded by what was derived.
      if (holds(known[derived], chosen) && known[derived].find(PackageId{0})) {
        EXPECT_TRUE(holds(known[left], chosen) || holds(known[right], chosen));
      }
      if (holds(known[derived], chosen)) {
        bool possible = false;
        for (std::size_t pivot = 0; pivot < 3; ++pivot) {
          std::vector<std::size_t> other = chosen;
          other[0] = pivot;
          possible |= !holds(known[left], other) && !holds(known[right], other);
        }
        if (!known[derived].find(PackageId{0})) EXPECT_FALSE(possible);
      }
    }
  }
}

}  // namespace
}  // namespace hull::resolve
