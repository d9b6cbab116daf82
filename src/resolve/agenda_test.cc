#include "resolve/agenda.h"

#include <gtest/gtest.h>

namespace hull::resolve {
namespace {

/// Packages with three versions that must all be there.
class AgendaTest : public testing::Test {
 protected:
  AgendaTest() {
    for (int i = 0; i < 3; ++i) known_.add_package(3);
    feature_ = known_.add_package(1, PackageId{0});
    solution_.grow();
    for (std::size_t i = 0; i < known_.packages(); ++i) agenda_.add(1);
  }
  void need(PackageId package) {
    const auto id = known_.add_fact({{package, Choices::absent(known_.versions(package))}}, {});
    solution_.derive(known_[id].terms[0], id);
    agenda_.consider(package);
  }

  Incompatibilities known_;
  PackageId feature_{};
  PartialSolution solution_{known_};
  Agenda agenda_{known_, solution_};
};

TEST_F(AgendaTest, WaitsForWhatIsStillHeardOf) {
  EXPECT_EQ(agenda_.next(), std::nullopt);
  for (const PackageId package : {PackageId{0}, PackageId{1}}) agenda_.heard_of(package);
  need(PackageId{0});
  need(PackageId{1});
  EXPECT_EQ(agenda_.next(), PackageId{0});
  agenda_.heard_of(PackageId{0});
  EXPECT_EQ(agenda_.next(), PackageId{1});
  solution_.decide(PackageId{1}, 0);
  EXPECT_EQ(agenda_.next(), PackageId{0});
  for (const PackageId package : solution_.backtrack(0)) agenda_.consider(package);
  EXPECT_EQ(agenda_.next(), PackageId{1});
}

TEST_F(AgendaTest, WhatIsForcedGoesFirst) {
  need(PackageId{0});
  need(PackageId{1});
  const auto id = known_.add_fact({{PackageId{1}, ~Choices::only(3, 2)}}, {});
  solution_.derive(known_[id].terms[0], id);
  agenda_.consider(PackageId{1});
  EXPECT_EQ(agenda_.next(), PackageId{1});
}

TEST_F(AgendaTest, FeaturesComeAfterTheirPackages) {
  need(feature_);
  EXPECT_EQ(agenda_.next(), std::nullopt);
  need(PackageId{0});
  EXPECT_EQ(agenda_.next(), PackageId{0});
  solution_.decide(PackageId{0}, 1);
  agenda_.consider(feature_);
  EXPECT_EQ(agenda_.next(), feature_);
}

TEST_F(AgendaTest, ConflictsMoveForward) {
  for (const PackageId package : {PackageId{0}, PackageId{1}}) agenda_.heard_of(package);
  need(PackageId{0});
  need(PackageId{1});
  for (int i = 0; i < 8; ++i) agenda_.blame(PackageId{1});
  agenda_.consider(PackageId{1});
  EXPECT_EQ(agenda_.next(), PackageId{1});
}

}  // namespace
}  // namespace hull::resolve
