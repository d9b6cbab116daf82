#include "resolve/resolve.h"

#include <gtest/gtest.h>

#include "resolve/paper_packages.h"

namespace hull::resolve {
namespace {

Version version(std::string_view text) {
  auto parsed = parse_version(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Version());
}

TEST(Resolve, NewestVersionsThatFit) {
  EXPECT_EQ(outcome("member app 0.1.0"), "app 0.1.0");
  EXPECT_EQ(outcome(R"(
    member app 0.1.0 | a ^1
    a 1.0.0 | b ^1
    a 1.1.0 | b ^1.2
    a 2.0.0
    b 1.0.0
    b 1.2.0
    b 1.3.0-rc.1
    unused 1.0.0)"),
            "a 1.1.0, app 0.1.0, b 1.2.0");
}

// The examples of doc/solver.md of dart-lang/pub.
TEST(Resolve, AvoidsAConflictWhileDeciding) {
  EXPECT_EQ(outcome(R"(
    member root 1.0.0 | foo ^1.0.0 | bar ^1.0.0
    foo 1.1.0 | bar ^2.0.0
    foo 1.0.0
    bar 1.0.0
    bar 1.1.0
    bar 2.0.0)"),
            "bar 1.1.0, foo 1.0.0, root 1.0.0");
}

TEST(Resolve, GoesBackToTheCauseOfAConflict) {
  EXPECT_EQ(outcome(R"(
    member root 1.0.0 | foo >=1.0.0
    foo 2.0.0 | bar ^1.0.0
    foo 1.0.0
    bar 1.0.0 | foo ^1.0.0)"),
            "foo 1.0.0, root 1.0.0");
}

TEST(Resolve, PartialSatisfier) {
  EXPECT_EQ(outcome(R"(
    member root 1.0.0 | foo ^1.0.0 | target ^2.0.0
    foo 1.1.0 | left ^1.0.0 | right ^1.0.0
    foo 1.0.0
    left 1.0.0 | shared >=1.0.0
    right 1.0.0 | shared <2.0.0
    shared 2.0.0
    shared 1.0.0 | target ^1.0.0
    target 2.0.0
    target 1.0.0)"),
            "foo 1.0.0, root 1.0.0, target 2.0.0");
}

TEST(Resolve, CirclesAreFine) {
  EXPECT_EQ(outcome(R"(
    member app 0.1.0 | a
    a 1.0.0 | b ^1
    b 1.0.0 | a ^1)"),
            "a 1.0.0, app 0.1.0, b 1.0.0");
}

TEST(Resolve, MembersAreWhatTheirNamesMean) {
  EXPECT_EQ(outcome(R"(
    member app 0.1.0 | core
    member core 0.2.0-dev | a ^1
    core 3.0.0
    a 1.0.0 | core ^0.2.0-dev)"),
            "a 1.0.0, app 0.1.0, core 0.2.0-dev");
}

TEST(Resolve, LowestTestsLowerBounds) {
  const char* text = R"(
    member app 0.1.0 | a ^1.1
    a 1.0.0
    a 1.1.0 | b ^1
    a 1.2.0 | b ^1
    b 1.0.0
    b 1.5.0)";
  EXPECT_EQ(outcome(text, {.strategy = Options::Strategy::Lowest}), "a 1.1.0, app 0.1.0, b 1.0.0");
  EXPECT_EQ(outcome(text), "a 1.2.0, app 0.1.0, b 1.5.0");
}

TEST(Resolve, PreReleasesOnlyWhereNamed) {
  const char* versions = "a 1.0.0-rc.1\n a 1.0.0-rc.2\n b 1.0.0\n b 2.0.0-rc.1";
  EXPECT_EQ(outcome(std::string("member app 0.1.0 | a ^1.0.0-rc.1 | b\n") + versions),
            "a 1.0.0-rc.2, app 0.1.0, b 2.0.0-rc.1");
  EXPECT_EQ(outcome(std::string("member app 0.1.0 | b *\n") + versions), "app 0.1.0, b 1.0.0");
}

TEST(Resolve, KeepsWhatIsLockedWherePossible) {
  const char* text = R"(
    member app 0.1.0 | a ^1 | b ^1
    a 1.0.0
    a 1.1.0
    a 1.2.0
    b 1.0.0
    b 1.1.0 | a ^1.2
    b 1.2.0 | a ^1.1)";
  EXPECT_EQ(outcome(text), "a 1.2.0, app 0.1.0, b 1.2.0");
  EXPECT_EQ(outcome(text, {.locked = {{"a", version("1.1.0")}}}), "a 1.1.0, app 0.1.0, b 1.2.0");
  // The locked version decides what is possible for others.
  EXPECT_EQ(outcome(text, {.locked = {{"a", version("1.0.0")}}}), "a 1.0.0, app 0.1.0, b 1.0.0");
  // Two that do not go together: one is kept.
  EXPECT_EQ(outcome(text, {.locked = {{"a", version("1.0.0")}, {"b", version("1.2.0")}}}),
            "a 1.0.0, app 0.1.0, b 1.0.0");
  // A version that is gone is no preference.
  EXPECT_EQ(outcome(text, {.locked = {{"a", version("1.1.5")}}}), "a 1.2.0, app 0.1.0, b 1.2.0");
}

TEST(Resolve, YankedOnlyWhenLocked) {
  const char* text = R"(
    member app 0.1.0 | a ^1
    a 1.0.0
    a 1.1.0 | yanked)";
  EXPECT_EQ(outcome(text), "a 1.0.0, app 0.1.0");
  EXPECT_EQ(outcome(text, {.locked = {{"a", version("1.1.0")}}}), "a 1.1.0, app 0.1.0");
  EXPECT_EQ(outcome("member app 0.1.0 | a ^1.1\n a 1.0.0\n a 1.1.0 | yanked"),
            "Because app depends on a >= 1.1, < 2 and a 1.1.0 is yanked, version solving failed.");
}

TEST(Resolve, MinPublishAge) {
  const char* text = R"(
    member app 0.1.0 | a ^1 | b
    a 1.0.0 | published 1000
    a 1.1.0 | published 2000
    a 1.2.0 | published 3000
    b 1.0.0)";
  EXPECT_EQ(outcome(text, {.published_before = 3000}), "a 1.1.0, app 0.1.0, b 1.0.0");
  EXPECT_EQ(outcome(text, {.published_before = 3000, .locked = {{"a", version("1.2.0")}}}),
            "a 1.2.0, app 0.1.0, b 1.0.0");
  EXPECT_EQ(outcome(text, {.published_before = 5}),
            "Because app depends on a >= 1, < 2 and every version of a was published later than is allowed, "
            "version solving failed.");
}

TEST(Resolve, UnavailableVersionsAreSkipped) {
  EXPECT_EQ(outcome("member app 0.1.0 | a\n a 1.0.0\n a 1.1.0 | unavailable its archive is gone"),
            "a 1.0.0, app 0.1.0");
  EXPECT_EQ(outcome("member app 0.1.0 | a\n a 1.1.0 | unavailable its archive is gone"),
            "Because every version of a cannot be used (its archive is gone) and app depends on a, version "
            "solving failed.");
}

TEST(Resolve, OneNativeLibraryInOnePackage) {
  EXPECT_EQ(outcome(R"(
    member app 0.1.0 | zlib ^1 | fast
    zlib 1.0.0 | links z
    fast 2.0.0 | zlib-ng ^2
    fast 1.0.0
    zlib-ng 2.0.0 | links z)"),
            "app 0.1.0, fast 1.0.0, zlib 1.0.0");
  EXPECT_EQ(outcome(R"(
    member app 0.1.0 | zlib ^1 | zlib-ng ^2
    zlib 0.9.0
    zlib 1.0.0 | links z
    zlib 1.1.0 | links z
    zlib-ng 2.0.0 | links z)"),
            "Because every version of zlib-ng and zlib >= 1.0.0 both embody the native library `z`, and app "
            "depends on "
            "zlib-ng >= 2, < 3, zlib >= 1.0.0 cannot be used.\n"
            "So, because app depends on zlib >= 1, < 2, version solving failed.");
}

TEST(Resolve, PrefersInterfacesThatFitTheStandard) {
  const char* packages = R"(
    a 1.0.0 | interface c++17
    a 2.0.0 | interface c++20
    a 3.0.0 | interface c++23)";
  const auto with = [&](std::string_view member) { return outcome(std::string(member) + packages); };
  EXPECT_EQ(with("member app 0.1.0 | a | standard c++17"), "a 1.0.0, app 0.1.0");
  EXPECT_EQ(with("member app 0.1.0 | a | standard gnu++20"), "a 2.0.0, app 0.1.0");
  EXPECT_EQ(with("member app 0.1.0 | a | standard c++26"), "a 3.0.0, app 0.1.0");
  EXPECT_EQ(with("member app 0.1.0 | a"), "a 3.0.0, app 0.1.0");
  EXPECT_EQ(with("member app 0.1.0 | a ^2 | standard c++17"),
            "Because app is compiled as C++17, which is too old for the interface of a >= 2.0.0 and app "
            "depends on a >= 2, < 3, version solving failed.");
}

TEST(Resolve, AsksForNoMoreThanItNeeds) {
  PaperPackages packages(R"(
    member app 0.1.0 | a ^1
    a 1.0.0
    a 1.1.0
    a 1.2.0 | b ^1
    b 1.0.0
    b 1.1.0)");
  EXPECT_EQ(outcome(packages), "a 1.2.0, app 0.1.0, b 1.1.0");
  EXPECT_EQ(packages.asked, 2U);
}

TEST(Resolve, ErrorsOfTheProviderAreTold) {
  EXPECT_EQ(outcome("member app 0.1.0 | a\n a 1.0.0+x\n a 1.0.0+y"),
            "error: package `a` has two versions that differ in build metadata alone: 1.0.0+x and 1.0.0+y");
  EXPECT_EQ(outcome("member a 0.1.0\n member a 0.2.0"),
            "error: two packages of the workspace are called `a`");
}

}  // namespace
}  // namespace hull::resolve
