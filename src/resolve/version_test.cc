#include "resolve/version.h"

#include <gtest/gtest.h>

#include <vector>

namespace hull::resolve {
namespace {

Version version(std::string_view text) {
  auto parsed = parse_version(text);
  EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().message);
  return parsed.value_or(Version());
}

TEST(Version, PartsAndText) {
  const Version full = version("1.22.333-alpha.1.x-y+build.007");
  EXPECT_EQ(full.major(), 1U);
  EXPECT_EQ(full.minor(), 22U);
  EXPECT_EQ(full.patch(), 333U);
  EXPECT_EQ(full.prerelease(), "alpha.1.x-y");
  EXPECT_EQ(full.build(), "build.007");
  EXPECT_TRUE(full.is_prerelease());
  EXPECT_FALSE(version("1.0.0+build").is_prerelease());
  for (const char* text : {"0.0.0", "1.2.3", "18446744073709551615.0.20240116", "1.0.0-0", "1.0.0--",
                           "1.0.0+001", "1.0.0-rc.1+exp.sha.5114f85", "1.0.0+-"}) {
    EXPECT_EQ(version(text).text(), text);
  }
}

// Every version comes before all that follow it; the pre-releases of 1.0.0 are those of item 11 of the
// specification.
TEST(Version, Order) {
  const std::vector<std::string_view> ascending = {"0.0.0-0",
                                                   "0.0.0",
                                                   "0.0.1",
                                                   "0.1.0",
                                                   "0.9.10",
                                                   "0.10.0",
                                                   "1.0.0-0",
                                                   "1.0.0-9",
                                                   "1.0.0-10",
                                                   "1.0.0-99999999999999999999",
                                                   "1.0.0-100000000000000000000",
                                                   "1.0.0--",
                                                   "1.0.0-A",
                                                   "1.0.0-a",
                                                   "1.0.0-alpha",
                                                   "1.0.0-alpha.0",
                                                   "1.0.0-alpha.1",
                                                   "1.0.0-alpha.beta",
                                                   "1.0.0-alpha-",
                                                   "1.0.0-beta",
                                                   "1.0.0-beta.2",
                                                   "1.0.0-beta.11",
                                                   "1.0.0-rc.1",
                                                   "1.0.0",
                                                   "1.0.1-a",
                                                   "1.0.1",
                                                   "2.0.0",
                                                   "10.0.0"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_EQ(version(ascending[i]) <=> version(ascending[j]), std::weak_ordering(i <=> j))
          << ascending[i] << " and " << ascending[j];
    }
  }
}

TEST(Version, BuildMetadataHasNoWeight) {
  EXPECT_EQ(version("1.0.0+a"), version("1.0.0+b"));
  EXPECT_EQ(version("1.0.0"), version("1.0.0+b"));
  EXPECT_LT(version("1.0.0-rc+z"), version("1.0.0+a"));
}

struct Flawed {
  const char* text;
  const char* message;
  const char* help;
};

class VersionErrors : public testing::TestWithParam<Flawed> {};

TEST_P(VersionErrors, SayWhatAndWhere) {
  const auto parsed = parse_version(GetParam().text);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().message, GetParam().message);
  EXPECT_EQ(parsed.error().kind, ErrorKind::Usage);
  EXPECT_EQ(parsed.error().help.empty() ? "" : parsed.error().help[0], GetParam().help);
}

INSTANTIATE_TEST_SUITE_P(
    All, VersionErrors,
    testing::Values(
        Flawed{"", "`` is no version: expected the major version, found the end (column 1)", ""},
        Flawed{"1", "`1` is no version: the minor version is missing (column 2)", "write 1.0.0"},
        Flawed{"1.2", "`1.2` is no version: the patch version is missing (column 4)", "write 1.2.0"},
        Flawed{"1.2.", "`1.2.` is no version: expected the patch version, found the end (column 5)", ""},
        Flawed{"v1.2.3", "`v1.2.3` is no version: it begins with a letter (column 1)", "leave out the `v`"},
        Flawed{"1.2.3.4", "`1.2.3.4` is no version: expected the end, found `.` (column 6)", ""},
        Flawed{"1.02.3", "`1.02.3` is no version: the minor version has a leading zero (column 3)",
               "write 2"},
        Flawed{"1.2.00", "`1.2.00` is no version: the patch version has a leading zero (column 5)",
               "write 0"},
        Flawed{"1,2,3", "`1,2,3` is no version: expected `.`, found `,` (column 2)", ""},
        Flawed{" 1.2.3", "` 1.2.3` is no version: expected the major version, found ` ` (column 1)", ""},
        Flawed{"1.2.x", "`1.2.x` is no version: expected the patch version, found `x` (column 5)", ""},
        Flawed{"1.2.é", "`1.2.é` is no version: expected the patch version, found `é` (column 5)", ""},
        Flawed{"1.2.3-",
               "`1.2.3-` is no version: expected letters, digits or hyphens of the pre-release, found the "
               "end (column 7)",
               ""},
        Flawed{"1.2.3-a..b",
               "`1.2.3-a..b` is no version: expected letters, digits or hyphens of the pre-release, "
               "found `.` (column 9)",
               ""},
        Flawed{"1.2.3-a.01",
               "`1.2.3-a.01` is no version: the number `01` of the pre-release has a leading zero "
               "(column 9)",
               ""},
        Flawed{"1.2.3+",
               "`1.2.3+` is no version: expected letters, digits or hyphens of the build metadata, found "
               "the end (column 7)",
               ""},
        Flawed{"1.2.3+a+b", "`1.2.3+a+b` is no version: expected the end, found `+` (column 8)", ""},
        Flawed{"18446744073709551616.0.0",
               "`18446744073709551616.0.0` is no version: the major version does not fit "
               "64 bits (column 1)",
               ""}));

}  // namespace
}  // namespace hull::resolve
