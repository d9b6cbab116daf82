// Small functions written as facts: what is wrong with them, and what only looks so.
#include "safety/explore.h"

#include <gtest/gtest.h>

namespace hull::safety {
namespace {

// Builds the facts of one function. Names are the addresses of characters of a literal, good enough to tell
// places apart.
class ExploreTest : public ::testing::Test {
 protected:
  PlaceId local(const char* name) { return facts_.places.base(Base::Local, name); }
  PlaceId heap(const char* name) { return facts_.places.base(Base::Heap, name); }

  std::uint32_t block() {
    facts_.blocks.emplace_back();
    return static_cast<std::uint32_t>(facts_.blocks.size() - 1);
  }
  void edges(std::uint32_t from, std::vector<std::uint32_t> to, Register condition = kNoRegister) {
    facts_.blocks[from].successors = std::move(to);
    facts_.blocks[from].condition = condition;
  }
  Register add(std::uint32_t block, Fact fact) {
    fact.to = facts_.registers++;
    fact.where = ++lines_;
    facts_.blocks[block].facts.push_back(fact);
    return fact.to;
  }
  Register address(std::uint32_t block, PlaceId place) {
    return add(block, {.op = Op::Address, .place = place});
  }
  Register load(std::uint32_t block, PlaceId place, Shape shape = Shape::Pointer) {
    return add(block, {.op = Op::Load, .a = address(block, place), .shape = shape});
  }
  void point(std::uint32_t block, PlaceId pointer, PlaceId target) {
    add(block, {.op = Op::Store, .a = address(block, pointer), .b = address(block, target)});
  }
  void use(std::uint32_t block, PlaceId pointer) { add(block, {.op = Op::Use, .a = load(block, pointer)}); }
  void expire(std::uint32_t block, PlaceId place) {
    add(block, {.op = Op::Expire, .place = place, .cause = Cause::Scope});
  }
  void free(std::uint32_t block, PlaceId pointer) {
    add(block, {.op = Op::Free, .a = load(block, pointer), .cause = Cause::Delete, .number = kNew});
  }
  void invalidate(std::uint32_t block, PlaceId container) {
    const Register content =
        add(block, {.op = Op::Part, .a = address(block, container), .step = Step::Content});
    add(block, {.op = Op::Invalidate, .a = content, .cause = Cause::Elements, .flag = true});
  }

  std::vector<Wrong> wrong() {
    facts_.entry = 0;
    facts_.exit = static_cast<std::uint32_t>(facts_.blocks.size() - 1);
    std::vector<Wrong> found;
    outcomes_ = explore(facts_, {}, [&](const Finding& finding) { found.push_back(finding.wrong); }).outcomes;
    return found;
  }

  using Wrongs = std::vector<Wrong>;
  Facts facts_;
  std::vector<Outcome> outcomes_;
  Where lines_ = 0;
  const char* const names_ = "pqxyvwc";
  const PlaceId p = local(names_), q = local(names_ + 1), x = local(names_ + 2), y = local(names_ + 3),
                v = local(names_ + 4), c = local(names_ + 6);
};

TEST_F(ExploreTest, AUseAfterTheEndOfScope) {
  const auto b = block();
  point(b, p, x);
  expire(b, x);
  use(b, p);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfEnded});
}

TEST_F(ExploreTest, APointerThatGotANewTarget) {
  const auto b = block();
  point(b, p, x);
  expire(b, x);
  point(b, p, y);
  use(b, p);
  EXPECT_EQ(wrong(), Wrongs{});
}

TEST_F(ExploreTest, OneBugIsReportedOnce) {
  const auto b = block();
  point(b, p, x);
  expire(b, x);
  use(b, p);
  use(b, p);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfEnded});
}

TEST_F(ExploreTest, WhatMovesTheElementsEndsReferencesToThemOnly) {
  const auto b = block();
  const Register content = add(b, {.op = Op::Part, .a = address(b, v), .step = Step::Content});
  add(b, {.op = Op::Store, .a = address(b, p), .b = content});
  point(b, q, v);
  invalidate(b, v);
  use(b, q);
  use(b, p);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfEnded});
}

// if (c) delete p; ... if (!c) use(p);
TEST_F(ExploreTest, BranchesOnTheSameConditionAgree) {
  for (const bool same : {true, false}) {
    facts_.blocks.clear();
    const auto start = block(), freed = block(), middle = block(), used = block(), end = block();
    const PlaceId object = heap(names_);
    add(start, {.op = Op::Begin, .place = object});
    point(start, p, object);
    edges(start, {freed, middle}, load(start, c, Shape::Bool));
    free(freed, p);
    edges(freed, {middle});
    const Register again = load(middle, c, Shape::Bool);
    edges(middle, same ? std::vector{end, used} : std::vector{used, end}, again);
    use(used, p);
    edges(used, {end});
    EXPECT_EQ(wrong(), same ? Wrongs{} : Wrongs{Wrong::UseOfEnded}) << same;
  }
}

TEST_F(ExploreTest, ANullPointerIsOneThatWasAskedAbout) {
  const auto start = block(), null = block(), end = block();
  add(start, {.op = Op::Store,
              .a = address(start, p),
              .b = add(start, {.op = Op::Unknown, .shape = Shape::Pointer})});
  edges(start, {end, null}, load(start, p));
  use(null, p);
  edges(null, {end});
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfNull});
}

TEST_F(ExploreTest, FreedTwice) {
  const auto b = block();
  const PlaceId object = heap(names_);
  add(b, {.op = Op::Allocate, .place = object, .number = kNew});
  point(b, p, object);
  free(b, p);
  free(b, p);
  EXPECT_EQ(wrong(), Wrongs{Wrong::FreedTwice});
}

TEST_F(ExploreTest, WhatNobodyFreesLeaks) {
  const auto b = block();
  const PlaceId object = heap(names_);
  add(b, {.op = Op::Allocate, .place = object, .number = kNew});
  point(b, p, object);
  EXPECT_EQ(wrong(), Wrongs{Wrong::Leak});
}

TEST_F(ExploreTest, FreedAsItWasNotAllocated) {
  const auto b = block();
  const PlaceId object = heap(names_);
  add(b, {.op = Op::Allocate, .place = object, .number = kNewArray});
  point(b, p, object);
  free(b, p);
  EXPECT_EQ(wrong(), Wrongs{Wrong::FreeMismatch});
}

// An object of an earlier round of a loop is not that of this one.
TEST_F(ExploreTest, ObjectsOfOneAllocationAreToldApart) {
  const auto b = block();
  const PlaceId object = heap(names_);
  add(b, {.op = Op::Allocate, .place = object, .number = kNew});
  point(b, p, object);
  add(b, {.op = Op::Allocate, .place = object, .number = kNew});
  point(b, q, object);
  free(b, q);
  use(b, p);
  free(b, p);
  EXPECT_EQ(wrong(), Wrongs{});
}

TEST_F(ExploreTest, AnIndexThatTheLoopsOwnBoundAllows) {
  for (const std::int64_t bound : {4, 5}) {
    facts_.blocks.clear();
    // Blocks in it have smaller numbers than the head of a loop, as Clang counts.
    const auto start = block(), body = block(), head = block(), end = block();
    facts_.blocks[head].loop = true;
    add(start, {.op = Op::SetSize, .a = address(start, v), .number = 4});
    add(start, {.op = Op::Store, .a = address(start, x), .b = add(start, {.op = Op::Constant, .number = 0})});
    edges(start, {head});
    const Register limit = add(head, {.op = Op::Constant, .number = bound});
    edges(head, {body, end}, add(head, {.op = Op::Less, .a = load(head, x, Shape::Signed), .b = limit}));
    const Register at = load(body, x, Shape::Signed);
    add(body, {.op = Op::Index, .a = address(body, v), .b = at});
    add(body, {.op = Op::Store,
               .a = address(body, x),
               .b = add(body, {.op = Op::Add, .a = at, .shape = Shape::Signed, .number = 1})});
    edges(body, {head});
    const Wrongs found = wrong();
    EXPECT_EQ(found.empty(), bound == 4) << bound;
  }
}

// What a caller knows of `if (!p) return false; delete p; return true;`.
TEST_F(ExploreTest, ASummaryTellsWaysApartByWhatTheyDo) {
  const PlaceId parameter = facts_.places.base(Base::Parameter, names_);
  facts_.parameters = {parameter};
  facts_.result = facts_.places.base(Base::Result, names_ + 1);
  const auto start = block(), no = block(), yes = block(), end = block();
  edges(start, {yes, no}, load(start, parameter));
  add(no,
      {.op = Op::Store, .a = address(no, facts_.result), .b = add(no, {.op = Op::Constant, .number = 0})});
  edges(no, {end});
  free(yes, parameter);
  add(yes,
      {.op = Op::Store, .a = address(yes, facts_.result), .b = add(yes, {.op = Op::Constant, .number = 1})});
  edges(yes, {end});
  EXPECT_EQ(wrong(), Wrongs{});
  ASSERT_EQ(outcomes_.size(), 2u);
  for (const Outcome& outcome : outcomes_) {
    ASSERT_EQ(outcome.when.size(), 1u);
    EXPECT_EQ(outcome.effects.empty(), std::get<2>(outcome.when.front()) == 0) << "freed when it is not null";
  }
}

}  // namespace
}  // namespace hull::safety
