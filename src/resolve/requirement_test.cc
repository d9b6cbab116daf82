#include "resolve/requirement.h"

#include <gtest/gtest.h>

#include <random>

namespace hull::resolve {
namespace {

Version version(std::string_view text) {
  auto parsed = parse_version(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Version());
}

struct Form {
  const char* text;
  const char* printed;
  const char* versions;
};

class RequirementForms : public testing::TestWithParam<Form> {};

TEST_P(RequirementForms, MeanWhatCargoSays) {
  const auto requirement = parse_requirement(GetParam().text);
  ASSERT_TRUE(requirement) << requirement.error().message;
  EXPECT_EQ(requirement->text(), GetParam().printed);
  EXPECT_EQ(requirement->versions().text(), GetParam().versions);
  const auto again = parse_requirement(requirement->text());
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->text(), requirement->text());
  EXPECT_EQ(again->versions(), requirement->versions());
}

// The tables of "Specifying Dependencies" in the Cargo Book, and the corners that they leave out.
INSTANTIATE_TEST_SUITE_P(
    All, RequirementForms,
    testing::Values(Form{"1.2.3", "^1.2.3", ">= 1.2.3, < 2"}, Form{"^1.2", "^1.2", ">= 1.2, < 2"},
                    Form{"1", "^1", ">= 1, < 2"}, Form{"0.2.3", "^0.2.3", ">= 0.2.3, < 0.3"},
                    Form{"^0.2", "^0.2", ">= 0.2, < 0.3"}, Form{"0.0.3", "^0.0.3", "0.0.3"},
                    Form{"0.0", "^0.0", "< 0.1"}, Form{"0", "^0", "< 1"},
                    Form{"~1.2.3", "~1.2.3", ">= 1.2.3, < 1.3"}, Form{"~1.2", "~1.2", ">= 1.2, < 1.3"},
                    Form{"~1", "~1", ">= 1, < 2"}, Form{"*", "*", "any"}, Form{" X ", "*", "any"},
                    Form{"1.*", "1.*", ">= 1, < 2"}, Form{"1.*.*", "1.*", ">= 1, < 2"},
                    Form{"1.2.x", "1.2.*", ">= 1.2, < 1.3"}, Form{">= 1.2.0", ">=1.2.0", ">= 1.2"},
                    Form{">1", ">1", ">= 2"}, Form{">1.2", ">1.2", ">= 1.3"},
                    Form{">1.2.3", ">1.2.3", ">= 1.2.4"}, Form{"<2", "<2", "< 2"},
                    Form{"<=1.2", "<=1.2", "< 1.3"}, Form{"<=1.2.3", "<=1.2.3", "< 1.2.4"},
                    Form{"=1.2.3", "=1.2.3", "1.2.3"}, Form{"= 1.2", "=1.2", ">= 1.2, < 1.3"},
                    Form{"=1.*", "=1", ">= 1, < 2"}, Form{">=1.2, <1.5", ">=1.2, <1.5", ">= 1.2, < 1.5"},
                    Form{" >= 1.2 ,<1.5 ", ">=1.2, <1.5", ">= 1.2, < 1.5"},
                    Form{"1.0.0-rc.1", "^1.0.0-rc.1", ">= 1.0.0-rc.1, < 2"},
                    Form{"=1.0.0-rc.1+b", "=1.0.0-rc.1", "1.0.0-rc.1"},
                    Form{">=1.0.0-a, <1.0.0", ">=1.0.0-a, <1.0.0", ">= 1.0.0-a, < 1.0.0"},
                    Form{"1.2.3+build", "^1.2.3", ">= 1.2.3, < 2"}));

struct Match {
  const char* requirement;
  const char* version;
  bool matches;
};

class RequirementMatches : public testing::TestWithParam<Match> {};

TEST_P(RequirementMatches, PreReleasesOnlyWhenNamed) {
  const auto requirement = parse_requirement(GetParam().requirement);
  ASSERT_TRUE(requirement);
  EXPECT_EQ(requirement->matches(version(GetParam().version)), GetParam().matches)
      << GetParam().requirement << " " << GetParam().version;
}

INSTANTIATE_TEST_SUITE_P(
    All, RequirementMatches,
    testing::Values(Match{"*", "1.0.0-a", false}, Match{"^1", "1.1.0-a", false},
                    Match{"^1.0.0-a", "1.0.0-b", true}, Match{"^1.0.0-b", "1.0.0-a", false},
                    Match{"^1.0.0-a", "1.0.1-a", false}, Match{"^1.0.0-a", "1.5.0", true},
                    Match{"^1.0.0-a", "2.0.0-a", false}, Match{">1.0.0-a", "1.0.0-a.0", true},
                    Match{"<1.0.0-b", "1.0.0-a", true}, Match{"<1.0.0-b", "0.9.0-a", false},
                    Match{">=1.0.0-a, <2.0.0-b", "2.0.0-a", true}, Match{"^1.2, <1.2.5-b", "1.2.5-a", true},
                    Match{">=1.2, <1.2.5-b", "1.2.5-a", false}, Match{"~1.2, <1.2.5-b", "1.2.5-a", false},
                    Match{">=1.2.0, <1.2.5-b", "1.2.5-a", true}, Match{"1.0.0+a", "1.0.0+b", true}));

/// Whether the numbers and pre-release of `version` satisfy `comparator`: the rules of the crate `semver` one
/// case at a time, without any ranges.
bool holds(const Comparator& comparator, const Version& version) {
  const Version& bound = comparator.version;
  const std::uint64_t ours[] = {version.major(), version.minor(), version.patch()};
  const std::uint64_t theirs[] = {bound.major(), bound.minor(), bound.patch()};
  // The first written number that differs, and how; otherwise pre-releases decide if all three are written.
  std::weak_ordering order = std::weak_ordering::equivalent;
  unsigned differs = 0;
  while (differs < comparator.precision && order == 0) order = ours[differs] <=> theirs[differs], ++differs;
  const bool numbers_equal = order == 0;
  const bool partial = comparator.precision < 3;
  const bool exact = numbers_equal && (partial ? !version.is_prerelease() : version == bound);
  const bool greater = numbers_equal ? !partial && version > bound : order > 0;
  const bool less = numbers_equal ? !partial && version < bound : order < 0;
  const unsigned first_difference = numbers_equal ? 3 : differs - 1;
  switch (comparator.op) {
    case Comparator::Op::Wildcard:
    case Comparator::Op::Exact:
      return exact;
    case Comparator::Op::Greater:
      return greater;
    case Comparator::Op::GreaterEqual:
      return exact || greater;
    case Comparator::Op::Less:
      return less;
    case Comparator::Op::LessEqual:
      return exact || less;
    case Comparator::Op::Tilde:
      return exact || (greater && (numbers_equal || first_difference == 2));
    case Comparator::Op::Caret: {
      if (numbers_equal) return partial || version >= bound;
      if (order < 0) return false;
      // All numbers before the difference are equal, so one of them must be other than zero.
      for (unsigned i = 0; i < first_difference; ++i) {
        if (theirs[i] != 0) return true;
      }
      return false;
    }
  }
  return false;
}

bool matches(std::span<const Comparator> comparators, const Version& version) {
  bool named = !version.is_prerelease();
  for (const Comparator& comparator : comparators) {
    if (!holds(comparator, version)) return false;
    const Version& bound = comparator.version;
    named |= bound.is_prerelease() && bound.major() == version.major() && bound.minor() == version.minor() &&
             bound.patch() == version.patch();
  }
  return named;
}

TEST(Requirement, RangesAgreeWithTheRules) {
  std::mt19937 random(1);
  const char* prereleases[] = {"", "", "", "0", "a", "a.0", "b"};
  for (int round = 0; round < 2000; ++round) {
    std::vector<Comparator> comparators;
    for (unsigned i = random() % 3 + 1; i > 0; --i) {
      Comparator comparator{.op = static_cast<Comparator::Op>(random() % 8),
                            .precision = static_cast<unsigned>(random() % 3 + 1),
                            .version = {}};
      std::uint64_t numbers[3] = {};
      for (unsigned n = 0; n < comparator.precision; ++n) numbers[n] = random() % 3;
      if (comparator.op == Comparator::Op::Wildcard && comparator.precision == 3)
        comparator.precision = 2, numbers[2] = 0;
      comparator.version = Version(numbers[0], numbers[1], numbers[2],
                                   comparator.precision == 3 ? prereleases[random() % 7] : "");
      comparators.push_back(comparator);
    }
    const Requirement requirement(comparators);
    for (std::uint64_t number = 0; number < 4 * 4 * 4; ++number) {
      for (const char* prerelease : {"", "0", "0.0", "a", "a.0", "b", "b.1"}) {
        const Version one(number / 16, number / 4 % 4, number % 4, prerelease);
        ASSERT_EQ(requirement.matches(one), matches(comparators, one))
            << requirement.text() << " : " << one.text();
      }
    }
  }
}

struct Flawed {
  const char* text;
  const char* message;
  const char* help;
};

class RequirementErrors : public testing::TestWithParam<Flawed> {};

TEST_P(RequirementErrors, SayWhatWhereAndHow) {
  const auto parsed = parse_requirement(GetParam().text);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().message, GetParam().message);
  EXPECT_EQ(parsed.error().kind, ErrorKind::Usage);
  EXPECT_EQ(parsed.error().help.empty() ? "" : parsed.error().help[0], GetParam().help);
}

INSTANTIATE_TEST_SUITE_P(
    All, RequirementErrors,
    testing::Values(
        Flawed{"", "`` is no version requirement: it is empty (column 1)", "write \"*\" for any version"},
        Flawed{"  ", "`  ` is no version requirement: it is empty (column 3)", "write \"*\" for any version"},
        Flawed{"latest",
               "`latest` is no version requirement: expected the major version, found `l` (column 1)", ""},
        Flawed{"v1.2", "`v1.2` is no version requirement: a version begins with a digit (column 1)",
               "leave out the `v`"},
        Flawed{"^", "`^` is no version requirement: expected the major version, found the end (column 2)",
               ""},
        Flawed{"1.2 1.3",
               "`1.2 1.3` is no version requirement: expected `,` or the end, found `1` (column 5)",
               "write a comma between comparisons: \">=1.2, <1.5\""},
        Flawed{"1 || 2", "`1 || 2` is no version requirement: expected `,` or the end, found `|` (column 3)",
               "a requirement has no alternatives; write one range that holds them: \">=1, <3\""},
        Flawed{"!=1.2", "`!=1.2` is no version requirement: nothing can be excluded (column 1)",
               "write the ranges that fit: \">=1.2, <1.5\""},
        Flawed{"==1.2", "`==1.2` is no version requirement: `==` is no comparison (column 2)",
               "write one of `=`, `>`, `>=`, `<`, `<=`, `^`, `~`"},
        Flawed{"=>1.2", "`=>1.2` is no version requirement: `=>` is no comparison (column 2)",
               "write one of `=`, `>`, `>=`, `<`, `<=`, `^`, `~`"},
        Flawed{">=1.2,",
               "`>=1.2,` is no version requirement: expected the major version, found the end (column 7)",
               ""},
        Flawed{">*", "`>*` is no version requirement: `*` stands alone (column 2)",
               "write \"*\" for any version"},
        Flawed{"*, 1", "`*, 1` is no version requirement: `*` stands alone (column 1)",
               "write \"*\" for any version"},
        Flawed{"1.*.2", "`1.*.2` is no version requirement: only wildcards may follow a wildcard (column 5)",
               "write \"1.*\" or \"1.2.*\""},
        Flawed{"1.2.3.4", "`1.2.3.4` is no version requirement: a version has three numbers (column 7)", ""},
        Flawed{"1.2-rc",
               "`1.2-rc` is no version requirement: a pre-release or build metadata needs all three numbers "
               "before it (column 4)",
               ""},
        Flawed{"1.02", "`1.02` is no version requirement: the minor version has a leading zero (column 3)",
               "write 2"},
        Flawed{">2, <1", "no version can satisfy `>2, <1`", "all comparisons must hold at once"},
        Flawed{"<0", "no version can satisfy `<0`", "all comparisons must hold at once"}));

}  // namespace
}  // namespace hull::resolve
