// What a unit leaves: written, read again, cut, damaged, and joined with another.
#include "safety/unit.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "safety/join.h"

namespace hull::safety {
namespace {

UnitWriter writer(const char* file) {
  return UnitWriter({
      .location = [file](Where where) { return Location{file, static_cast<std::uint32_t>(where), 3, 4}; },
      .key = [](const void*) { return std::string(); },
  });
}

// void give_back(T* p) { delete p; }
std::string callee() {
  static const char kParameter = 0;
  Facts facts;
  const PlaceId parameter = facts.places.base(Base::Parameter, &kParameter);
  facts.parameters = {parameter};
  facts.blocks.resize(1);
  facts.blocks[0].facts = {
      {.op = Op::Address, .to = 0, .place = parameter, .where = 1},
      {.op = Op::Load, .to = 1, .a = 0, .shape = Shape::Pointer, .where = 1},
      {.op = Op::Free, .a = 1, .cause = Cause::Delete, .number = kNew, .where = 1, .word = "delete"}};
  facts.registers = 2;
  UnitWriter unit = writer("give_back.cc");
  Exploration explored = explore(facts, {}, nullptr);
  Summary summary;
  summary.outcomes = std::move(explored.outcomes);
  summary.uses = std::move(explored.uses);
  summary.known = true;
  summary.object = {false};
  summary.name = "give_back";
  unit.summary("give_back", summary);
  return std::move(unit).finish();
}

// int f() { T* p = new T; give_back(p); return *p; }, where give_back is unknown
std::string caller(bool reported = false, bool silent = false) {
  static const char kMade = 0, kPointer = 0;
  Facts facts;
  const PlaceId made = facts.places.base(Base::Heap, &kMade);
  const PlaceId pointer = facts.places.base(Base::Local, &kPointer);
  facts.names.emplace(&kPointer, "p");
  facts.blocks.resize(1);
  facts.registers = 6;
  CallSite& call = *facts.calls.emplace_back(std::make_unique<CallSite>());
  call.callee = "give_back";
  call.otherwise = 1;
  call.arguments = {2};
  facts.blocks[0].facts = {
      {.op = Op::Allocate, .to = 0, .place = made, .number = kNew, .where = 1, .word = "new"},
      {.op = Op::Address, .to = 1, .place = pointer, .where = 1},
      {.op = Op::Store, .a = 1, .b = 0, .where = 1},
      {.op = Op::Load, .to = 2, .a = 1, .shape = Shape::Pointer, .where = 2},
      {.op = Op::Call, .to = 3, .where = 2, .word = "give_back", .call = &call},
      {.op = Op::Escape, .a = 2, .where = 2},
      {.op = Op::Load, .to = 4, .a = 1, .shape = Shape::Pointer, .where = 3},
      {.op = Op::Use, .a = 4, .where = 3}};
  UnitWriter unit = writer("main.cc");
  unit.facts("f", facts);
  unit.summary("f", {});
  if (reported) unit.reported(3, "H0103");
  if (silent) unit.silent(3);
  return std::move(unit).finish();
}

std::vector<std::string> joined(const std::vector<std::string>& units) {
  Join join;
  for (const std::string& unit : units) {
    const auto added = join.add(unit);
    EXPECT_TRUE(added) << added.error();
  }
  std::vector<std::string> found;
  join.run([&](const Message& message) {
    const Location& at = join.location(message.where);
    found.push_back(std::string(at.file) + ":" + std::to_string(at.line) + " " + message.code);
  });
  return found;
}

using Found = std::vector<std::string>;

TEST(Unit, ACalleeOfAnotherUnitIsNoBlindSpot) {
  EXPECT_EQ(joined({caller(), callee()}), Found{"main.cc:3 H0103"});
  EXPECT_EQ(joined({callee(), caller()}), Found{"main.cc:3 H0103"});
}

TEST(Unit, WhatALibraryLeavesIsKnownAbove) {
  Join library;
  ASSERT_TRUE(library.add(callee()));
  library.run([](const Message&) {});
  Join program;
  ASSERT_TRUE(program.add(caller()));
  ASSERT_TRUE(program.add(library.settled(), Join::From::Below));
  Found found;
  program.run([&](const Message& message) { found.push_back(message.code); });
  EXPECT_EQ(found, Found{"H0103"});
  // What is below leaves its own.
  UnitTables tables;
  const auto left = read_unit(program.settled(), tables);
  ASSERT_TRUE(left);
  EXPECT_TRUE(std::ranges::none_of(left->functions, [](const auto& function) {
    return std::string_view(function.key) == "give_back" || function.facts;
  }));
}

TEST(Unit, WithoutTheCalleeNothingIsKnown) { EXPECT_EQ(joined({caller()}), Found{}); }

TEST(Unit, WhatWasToldIsNotToldAgain) { EXPECT_EQ(joined({caller(true), callee()}), Found{}); }

TEST(Unit, NothingIsReportedWhereItIsUnsafe) { EXPECT_EQ(joined({caller(false, true), callee()}), Found{}); }

TEST(Unit, DeclarationsThatShareAKeyStayApart) {
  static const char kOne = 0, kTwo = 0;
  Facts facts;
  const PlaceId one = facts.places.base(Base::Static, &kOne);
  const PlaceId two = facts.places.base(Base::Static, &kTwo);
  const PlaceId beside = facts.places.beside(two);
  facts.blocks.resize(1);
  UnitWriter unit({
      .location = [](Where) { return Location{"a.cc", 1, 1, 1}; },
      .key = [](const void*) { return std::string("operator=="); },
  });
  unit.facts("f", facts);
  UnitTables tables;
  const auto read = read_unit(std::move(unit).finish(), tables);
  ASSERT_TRUE(read) << read.error();
  const PlaceTable& places = read->functions.at(0).facts->places;
  ASSERT_EQ(places.size(), facts.places.size());
  EXPECT_NE(places[one].what, places[two].what);
  EXPECT_TRUE(places.is_beside(beside));
}

TEST(Unit, ACutFileIsRefused) {
  for (const std::string& whole : {caller(), callee()}) {
    for (std::size_t size = 0; size < whole.size(); ++size) {
      UnitTables tables;
      EXPECT_FALSE(read_unit(whole.substr(0, size), tables)) << size;
    }
  }
}

TEST(Unit, AnotherFormatIsRefused) {
  UnitTables tables;
  const auto read = read_unit("hull unit 0\n\0", tables);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error(), "not written by this version of hull");
}

// Whatever the bytes are: refused, or walked without harm.
TEST(Unit, ADamagedFileDoesNoHarm) {
  const std::string other = callee();
  const std::string whole = caller();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int change : {1, 2, 4, 0x7f, 0x80, 0xff}) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ change);
      Join join;
      ASSERT_TRUE(join.add(other));
      if (!join.add(damaged)) continue;
      join.run([&](const Message& message) { EXPECT_NE(join.location(message.where).file, nullptr); });
    }
  }
}

}  // namespace
}  // namespace hull::safety
