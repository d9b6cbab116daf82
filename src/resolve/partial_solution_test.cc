#include "resolve/partial_solution.h"

#include <gtest/gtest.h>

namespace hull::resolve {
namespace {

/// a (3 versions), b (3), c (2), and what is known of them.
class PartialSolutionTest : public testing::Test {
 protected:
  PartialSolutionTest() { solution_.grow(); }

  IncompatibilityId add(std::vector<Term> terms) { return known_.add_fact(std::move(terms), {}); }
  static Choices versions(std::size_t of, std::initializer_list<std::size_t> members) {
    Choices choices(of);
    for (const std::size_t i : members) choices.insert(i);
    return choices;
  }
  /// Draws the one conclusion that `id` allows.
  void derive(IncompatibilityId id) {
    const Relation relation = solution_.relation(known_[id]);
    ASSERT_EQ(relation.kind, Relation::Kind::OneLeft);
    solution_.derive(*relation.open, id);
  }

  Incompatibilities known_;
  PackageId a_ = known_.add_package(3), b_ = known_.add_package(3), c_ = known_.add_package(2);
  PartialSolution solution_{known_};
};

TEST_F(PartialSolutionTest, RelationsFollowWhatIsKnown) {
  // a 2 depends on b 0 or 1.
  const auto id = add({{a_, versions(3, {2})}, {b_, ~versions(3, {0, 1})}});
  EXPECT_EQ(solution_.relation(known_[id]).kind, Relation::Kind::Inconclusive);
  solution_.decide(a_, 2);
  const Relation relation = solution_.relation(known_[id]);
  ASSERT_EQ(relation.kind, Relation::Kind::OneLeft);
  EXPECT_EQ(relation.open->package, b_);
  EXPECT_FALSE(solution_.must_be_present(b_));
  derive(id);
  EXPECT_TRUE(solution_.must_be_present(b_));
  EXPECT_EQ(solution_.choices(b_), versions(3, {0, 1}));
  EXPECT_EQ(solution_.relation(known_[id]).kind, Relation::Kind::Inconclusive);
  // Nothing may be b.
  EXPECT_EQ(solution_.relation(known_[add({{b_, Choices::present(3)}})]).kind, Relation::Kind::Satisfied);
}

TEST_F(PartialSolutionTest, GoingBackForgets) {
  const auto id = add({{a_, versions(3, {2})}, {b_, ~versions(3, {1})}});
  solution_.decide(c_, 0);
  solution_.decide(a_, 2);
  derive(id);
  solution_.settle(b_);
  EXPECT_EQ(solution_.decision(b_), 1U);
  EXPECT_EQ(solution_.level(), 2U);
  const auto forgotten = solution_.backtrack(1);
  EXPECT_EQ(forgotten, (std::vector{b_, a_, b_}));
  EXPECT_EQ(solution_.decision(a_), std::nullopt);
  EXPECT_EQ(solution_.decision(b_), std::nullopt);
  EXPECT_EQ(solution_.decision(c_), 0U);
  EXPECT_TRUE(solution_.choices(a_).is_all());
  EXPECT_TRUE(solution_.choices(b_).is_all());
}

TEST_F(PartialSolutionTest, WhatIsSettledAboveIsForgottenAlone) {
  derive(add({{c_, ~versions(2, {1})}}));
  solution_.decide(a_, 0);
  solution_.settle(c_);
  solution_.backtrack(0);
  EXPECT_EQ(solution_.decision(c_), std::nullopt);
  EXPECT_EQ(solution_.choices(c_), versions(2, {1}));
}

TEST_F(PartialSolutionTest, TheSatisfierIsTheLastThatWasNeeded) {
  const auto first = add({{a_, versions(3, {2})}, {b_, ~versions(3, {0, 1})}});
  const auto second = add({{c_, versions(2, {1})}, {b_, ~versions(3, {1, 2})}});
  solution_.decide(a_, 2);
  derive(first);
  solution_.decide(c_, 1);
  derive(second);
  // b is 1 because of both: the second was last, and needed the first of level 1.
  const auto both = solution_.satisfier(known_[add({{b_, versions(3, {1})}})]);
  EXPECT_EQ(both.package, b_);
  EXPECT_EQ(both.level, 2U);
  EXPECT_EQ(both.previous_level, 1U);
  EXPECT_EQ(both.cause, second);
  // b is not 2 because of the first alone.
  const auto one = solution_.satisfier(known_[add({{b_, versions(3, {0, 1})}})]);
  EXPECT_EQ(one.level, 1U);
  EXPECT_EQ(one.previous_level, 0U);
  EXPECT_EQ(one.cause, first);
  // A decision.
  const auto decision = solution_.satisfier(known_[add({{b_, versions(3, {0, 1})}, {c_, versions(2, {1})}})]);
  EXPECT_EQ(decision.package, c_);
  EXPECT_EQ(decision.previous_level, 1U);
  EXPECT_EQ(decision.cause, std::nullopt);
}

}  // namespace
}  // namespace hull::resolve
