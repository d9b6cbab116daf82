#include "resolve/version_set.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace hull::resolve {
namespace {

Version version(std::string_view text) {
  auto parsed = parse_version(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Version());
}

VersionSet range(std::string_view low, std::string_view high) {
  return VersionSet::range(version(low), version(high));
}
VersionSet from(std::string_view low) { return VersionSet::at_least(version(low)); }
VersionSet only(std::string_view one) { return VersionSet::exactly(version(one)); }

/// Versions on, beside and between all bounds that the tests use.
const std::vector<Version>& samples() {
  static const std::vector<Version> all = [] {
    std::vector<Version> versions;
    for (std::uint64_t major = 0; major < 3; ++major) {
      for (std::uint64_t minor = 0; minor < 3; ++minor) {
        for (std::uint64_t patch = 0; patch < 3; ++patch) {
          for (const char* prerelease : {"0", "a", "a.0", "a.1", "b", ""}) {
            versions.emplace_back(major, minor, patch, prerelease);
          }
        }
      }
    }
    return versions;
  }();
  return all;
}

TEST(VersionSet, BoundsOfBothKinds) {
  EXPECT_TRUE(from("1.0.0").contains(version("1.0.0")));
  EXPECT_FALSE(from("1.0.0").contains(version("1.0.0-rc")));
  EXPECT_TRUE(from("1.0.0").contains(version("1.0.1-rc")));
  EXPECT_TRUE(from("1.0.0-b").contains(version("1.0.0")));
  EXPECT_FALSE(from("1.0.0-b").contains(version("1.0.0-a")));
  EXPECT_FALSE(range("1.0.0", "1.0.0").contains(version("1.0.0")));
  EXPECT_TRUE(range("2.0.0", "1.0.0").empty());
  EXPECT_TRUE(only("1.0.0-a").contains(version("1.0.0-a+build")));
  EXPECT_FALSE(only("1.0.0-a").contains(version("1.0.0-a.0")));
  EXPECT_FALSE(only("1.0.0").contains(version("1.0.1-0")));
}

TEST(VersionSet, EqualSetsHaveOneForm) {
  // No pre-release lies between a release and the first pre-release of the next one.
  EXPECT_EQ(from("1.0.0").prereleases(), from("1.0.1-0").prereleases());
  EXPECT_EQ(from("1.0.0-0").releases(), from("1.0.0").releases());
  EXPECT_EQ(only("1.0.0-a") | only("1.0.0-a.0"), range("1.0.0-a", "1.0.0-a.0.0"));
  EXPECT_EQ(range("0.0.0", "1.0.0") | from("1.0.0"), from("0.0.0"));
  EXPECT_EQ(from("0.0.0-0"), VersionSet::all());
  EXPECT_EQ(VersionSet::all().complement(), VersionSet());
}

TEST(VersionSet, TheLargestVersionHasNoNext) {
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  const Version last(kMax, kMax, kMax);
  EXPECT_TRUE(VersionSet::exactly(last).contains(last));
  EXPECT_EQ(VersionSet::exactly(last) | VersionSet::range({}, last).releases(),
            VersionSet::at_least({}).releases());
  EXPECT_FALSE(VersionSet::exactly({1, kMax, kMax}).contains({2, 0, 0}));
}

// Each operation against its definition, on random unions of ranges.
TEST(VersionSet, OperationsAreThoseOfSets) {
  std::mt19937 random(1);
  const auto pick = [&]() -> const Version& { return samples()[random() % samples().size()]; };
  const auto set = [&] {
    VersionSet made;
    for (unsigned i = random() % 4; i > 0; --i) {
      switch (random() % 4) {
        case 0:
          made = made | VersionSet::exactly(pick());
          break;
        case 1:
          made = made | VersionSet::at_least(pick());
          break;
        default:
          made = made | VersionSet::range(pick(), pick());
      }
    }
    return random() % 4 == 0 ? made.complement() : made;
  };
  for (int round = 0; round < 2000; ++round) {
    const VersionSet a = set(), b = set();
    bool subset = true, disjoint = true, same = true;
    for (const Version& one : samples()) {
      const bool in_a = a.contains(one), in_b = b.contains(one);
      ASSERT_EQ(a.complement().contains(one), !in_a) << a.text() << " : " << one.text();
      ASSERT_EQ((a & b).contains(one), in_a && in_b) << a.text() << " & " << b.text() << " : " << one.text();
      ASSERT_EQ((a | b).contains(one), in_a || in_b) << a.text() << " | " << b.text() << " : " << one.text();
      subset &= !in_a || in_b;
      disjoint &= !(in_a && in_b);
      same &= in_a == in_b;
    }
    ASSERT_EQ(a.complement().complement(), a);
    ASSERT_EQ((a | b).complement(), a.complement() & b.complement());
    // The samples stand on all bounds, so they tell sets apart.
    ASSERT_EQ(a.subset_of(b), subset) << a.text() << " in " << b.text();
    ASSERT_EQ(a.disjoint(b), disjoint);
    ASSERT_EQ(a == b, same);
    ASSERT_EQ(a.empty(), a == VersionSet());
  }
}

TEST(VersionSet, Text) {
  EXPECT_EQ(VersionSet().text(), "none");
  EXPECT_EQ(VersionSet::all().text(), "any");
  EXPECT_EQ(VersionSet::all_releases().text(), "any");
  EXPECT_EQ(only("1.0.0").text(), "1.0.0");
  EXPECT_EQ(only("1.0.0-rc.1").text(), "1.0.0-rc.1");
  EXPECT_EQ(range("1.2.0", "2.0.0").releases().text(), ">= 1.2, < 2");
  EXPECT_EQ(from("1.0.3").text(), ">= 1.0.3");
  EXPECT_EQ(from("1.0.0-a").text(), ">= 1.0.0-a");
  EXPECT_EQ(range("0.0.0", "3.0.0").releases().text(), "< 3");
  EXPECT_EQ((only("1.0.0") | range("2.0.0", "3.0.0").releases()).text(), "1.0.0 or >= 2, < 3");
  EXPECT_EQ(range("1.0.0-a", "1.0.0-c").text(), ">= 1.0.0-a, < 1.0.0-c");
  EXPECT_EQ(range("1.0.0-a", "1.0.0").text(), ">= 1.0.0-a, < 1.0.0");
  EXPECT_EQ((range("1.0.0-a", "1.0.0") | range("1.0.0", "2.0.0").releases()).text(), ">= 1.0.0-a, < 2");
}

}  // namespace
}  // namespace hull::resolve
