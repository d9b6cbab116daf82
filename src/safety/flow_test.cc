// Small functions written as facts: what is wrong with them, and what only looks so.
#include "safety/flow.h"

#include <gtest/gtest.h>

namespace hull::safety {
namespace {

// Builds the facts of one function. Names are the addresses of characters of a literal, good enough to tell
// places apart.
class FlowTest : public ::testing::Test {
 protected:
  PlaceId local(const char* name) { return facts_.places.base(Base::Local, name); }
  PlaceId heap(const char* name) { return facts_.places.base(Base::Heap, name); }
  PlaceId content(PlaceId of) { return facts_.places.content(of); }

  std::uint32_t block(std::vector<std::uint32_t> successors = {}) {
    facts_.blocks.push_back({{}, std::move(successors)});
    return static_cast<std::uint32_t>(facts_.blocks.size() - 1);
  }
  Fact& add(std::uint32_t block, Fact fact) {
    facts_.blocks[block].facts.push_back(fact);
    return facts_.blocks[block].facts.back();
  }
  Register address(std::uint32_t block, PlaceId place) {
    const Register to = facts_.registers++;
    add(block, {.op = Op::Address, .to = to, .place = place});
    return to;
  }
  Register load(std::uint32_t block, PlaceId place) {
    const Register to = facts_.registers++, from = address(block, place);
    add(block, {.op = Op::Load, .to = to, .a = from});
    return to;
  }
  // pointer = &target
  void point(std::uint32_t block, PlaceId pointer, PlaceId target) {
    const Register where = address(block, pointer), what = address(block, target);
    add(block, {.op = Op::Store, .a = where, .b = what});
  }
  void use(std::uint32_t block, PlaceId pointer) {
    const Register value = load(block, pointer);
    add(block, {.op = Op::Use, .a = value});
  }
  void on(std::uint32_t block, Op op, PlaceId place, Cause cause = Cause::None) {
    const Register what = address(block, place);
    add(block, {.op = op, .a = what, .cause = cause});
  }
  void expire(std::uint32_t block, PlaceId place) {
    add(block, {.op = Op::Expire, .place = place, .cause = Cause::Scope});
  }
  void transfer(std::uint32_t block, PlaceId from, PlaceId to) {
    const Register a = address(block, from), b = address(block, to);
    add(block, {.op = Op::Transfer, .a = a, .b = b});
  }

  // What is wrong, in the order of the blocks, each once.
  std::vector<Wrong> wrong() {
    Flow flow(facts_);
    EXPECT_TRUE(flow.solve(100'000));
    std::vector<Wrong> found;
    const Flow::Report report = [&](const Candidate& candidate) { found.push_back(candidate.wrong); };
    for (std::size_t b = 0; b < facts_.blocks.size(); ++b) {
      if (!flow.reached()[b]) continue;
      State state = flow.before()[b];
      for (const Fact& fact : facts_.blocks[b].facts) flow.apply(fact, state, report);
      if (b == facts_.exit) flow.leave(state, report);
    }
    return found;
  }

  using Wrongs = std::vector<Wrong>;
  Facts facts_;
  const char* const names_ = "pqxyvw";
  const PlaceId p = local(names_), q = local(names_ + 1), x = local(names_ + 2), y = local(names_ + 3),
                v = local(names_ + 4), w = local(names_ + 5);
};

TEST_F(FlowTest, AUseAfterTheEndOfScope) {
  const auto b = block();
  point(b, p, x);
  use(b, p);
  expire(b, x);
  EXPECT_TRUE(wrong().empty());
  use(b, p);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfEnded});
}

TEST_F(FlowTest, APartEndsWithTheWhole) {
  const auto b = block();
  point(b, p, facts_.places.field(x, "f"));
  point(b, q, y);
  expire(b, x);
  use(b, q);
  use(b, p);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfEnded});
}

TEST_F(FlowTest, WhatEndedIsKeptWithThePointerThatHoldsIt) {
  // if (c) { v.push_back(1); p = &x; } else { p = v.data(); } *p
  const auto head = block({1, 2}), then = block({3}), otherwise = block({3}), end = block();
  point(head, p, content(v));
  on(then, Op::Invalidate, content(v), Cause::Container);
  point(then, p, x);
  point(otherwise, p, content(v));
  use(end, p);
  EXPECT_TRUE(wrong().empty());
  // Without the assignment in the first branch it is wrong.
  facts_.blocks[then].facts.resize(2);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfEnded});
}

TEST_F(FlowTest, ElementsMoveWithTheirContainer) {
  // p = v.data(); w = std::move(v); v ends; *p; w ends; *p
  const auto b = block();
  point(b, p, content(v));
  transfer(b, content(v), content(w));
  expire(b, v);
  use(b, p);
  EXPECT_TRUE(wrong().empty());
  expire(b, w);
  use(b, p);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfEnded});
}

TEST_F(FlowTest, ASmartPointerAdoptsWhatNewMade) {
  const auto b = block();
  point(b, p, heap("object"));
  transfer(b, heap("object"), content(w));
  use(b, p);
  expire(b, w);
  use(b, p);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfEnded});
}

TEST_F(FlowTest, FreedTwice) {
  const auto b = block();
  const PlaceId object = heap("object");
  point(b, p, object);
  point(b, q, object);
  const Register first = load(b, p);
  add(b, {.op = Op::Free, .a = first, .cause = Cause::Delete});
  const Register second = load(b, q);
  add(b, {.op = Op::Free, .a = second, .cause = Cause::Delete});
  EXPECT_EQ(wrong(), Wrongs{Wrong::EndedTwice});
}

TEST_F(FlowTest, FreeOfALocal) {
  const auto b = block();
  on(b, Op::Free, x, Cause::Delete);
  EXPECT_EQ(wrong(), Wrongs{Wrong::FreeOfOther});
}

TEST_F(FlowTest, AReadAfterAMove) {
  const auto b = block();
  on(b, Op::Move, x, Cause::Move);
  on(b, Op::Read, y);
  EXPECT_TRUE(wrong().empty());
  on(b, Op::Read, facts_.places.field(x, "f"));
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfMoved});
  on(b, Op::Renew, x);
  on(b, Op::Read, x);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfMoved});
}

TEST_F(FlowTest, AMoveInALoopIsReadByTheNextRound) {
  const auto head = block({1}), body = block({1, 2});
  block();
  on(body, Op::Read, x);
  on(body, Op::Move, x, Cause::Move);
  static_cast<void>(head);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfMoved});
}

TEST_F(FlowTest, TheCallerIsLeftWithALocal) {
  const auto b = block();
  facts_.result = facts_.places.base(Base::Result, nullptr);
  point(b, facts_.result, x);
  expire(b, x);
  EXPECT_EQ(wrong(), Wrongs{Wrong::EscapeOfEnded});
}

TEST_F(FlowTest, PositionsDieAloneAndElementsStay) {
  // A rehash: iterators are dead, references live.
  const auto b = block();
  point(b, p, facts_.places.cursor(content(v)));
  point(b, q, content(v));
  on(b, Op::Invalidate, facts_.places.cursor(content(v)), Cause::Container);
  use(b, q);
  EXPECT_TRUE(wrong().empty());
  use(b, p);
  EXPECT_EQ(wrong(), Wrongs{Wrong::UseOfEnded});
}

TEST_F(FlowTest, WhatTheCallerLeftRefersToSomethingThatLives) {
  const auto b = block();
  const PlaceId given = facts_.places.base(Base::Outside, names_);
  use(b, given);
  const Register deep = load(b, given);
  EXPECT_TRUE(wrong().empty());
  static_cast<void>(deep);
}

TEST_F(FlowTest, CyclesOfPointersInALoopEnd) {
  // while (...) { p = p->next; } over a list of unknown length.
  const auto head = block({1}), body = block({1, 2});
  block();
  point(head, p, facts_.places.base(Base::Outside, names_));
  const Register node = load(body, p);
  const Register next = facts_.registers++, value = facts_.registers++;
  add(body, {.op = Op::Use, .a = node});
  add(body, {.op = Op::Project, .to = next, .a = node, .step = Step::Field, .what = "next"});
  add(body, {.op = Op::Load, .to = value, .a = next});
  const Register where = address(body, p);
  add(body, {.op = Op::Store, .a = where, .b = value});
  EXPECT_TRUE(wrong().empty());
}

TEST(HeldSets, AreInterned) {
  HeldSets sets;
  const SetId a = sets.intern({{1, 0}, {2, 0}}), b = sets.intern({{2, 0}, {1, 0}, {1, 0}});
  EXPECT_EQ(a, b);
  EXPECT_EQ(sets.join(a, sets.one({1, 0})), a);
  EXPECT_EQ(sets[sets.join(a, sets.one({3, 7}))].size(), 3u);
  EXPECT_EQ(sets.join(0, a), a);
}

TEST(Places, NestAndAreRebased) {
  PlaceTable places;
  const PlaceId x = places.base(Base::Local, "x"), y = places.base(Base::Local, "y");
  const PlaceId part = places.content(places.field(x, "f"));
  EXPECT_TRUE(places.within(part, x));
  EXPECT_FALSE(places.within(x, part));
  EXPECT_FALSE(places.within(places.pointee(x), x));
  EXPECT_EQ(places.rebased(part, x, y), places.content(places.field(y, places[places[part].parent].what)));
  EXPECT_EQ(places.rebased(part, y, x), std::nullopt);
  PlaceId deep = x;
  for (int i = 0; i < 100; ++i) deep = places.field(deep, "next");
  EXPECT_TRUE(places[deep].many);
  EXPECT_LE(places[deep].depth, PlaceTable::kMaxDepth);
}

}  // namespace
}  // namespace hull::safety
