#include "base/text.h"

#include <gtest/gtest.h>

namespace hull {
namespace {

using Words = std::vector<std::string_view>;

TEST(Text, SplitKeepsEmptyParts) {
  EXPECT_EQ(split("a,,b,", ','), (Words{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (Words{""}));
}

TEST(Text, TrimTakesAsciiSpaceFromBothEnds) {
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim(" \n "), "");
}

TEST(Text, JoinPutsTheSeparatorBetween) {
  const std::vector<std::string> parts{"a", "", "b"};
  EXPECT_EQ(join(parts, ", "), "a, , b");
  EXPECT_EQ(join(std::vector<std::string>{}, ", "), "");
}

TEST(Text, ReplaceAllDoesNotLookAtWhatItWrote) {
  EXPECT_EQ(replace_all("aXbX", "X", "XX"), "aXXbXX");
  EXPECT_EQ(replace_all("aaa", "aa", "b"), "ba");
  EXPECT_EQ(replace_all("abc", "", "x"), "abc");
}

TEST(Text, ColumnsOfACharacter) {
  EXPECT_EQ(columns_of(U'a'), 1u);
  EXPECT_EQ(columns_of(U'\u00e9'), 1u);
  EXPECT_EQ(columns_of(U'\u0301'), 0u);
  EXPECT_EQ(columns_of(U'\u6f22'), 2u);
  EXPECT_EQ(columns_of(U'\U0001f600'), 2u);
}

TEST(Text, CaseChangesAsciiOnly) {
  EXPECT_EQ(to_upper("aZ0_\xc3\xa4"), "AZ0_\xc3\xa4");
  EXPECT_EQ(to_lower("aZ0_\xc3\x84"), "az0_\xc3\x84");
}

TEST(Text, DidYouMean) {
  const Words keys{"name", "version", "standard", "dependencies", "dev-dependencies", "lib"};
  struct Case {
    std::string_view word;
    std::optional<std::string> answer;
  };
  const Case cases[] = {
      {"naem", "name"},        // A swap is one edit.
      {"Version", "version"},  // Case is no edit.
      {"standart", "standard"},
      {"dependancies", "dependencies"},
      {"dev_dependencies", "dev-dependencies"},
      {"libs", "lib"},
      {"li", "lib"},
      {"zzz", std::nullopt},
      {"x", std::nullopt},  // Replacing all of a word is no correction.
      {"", std::nullopt},
  };
  for (const Case& c : cases) EXPECT_EQ(did_you_mean(c.word, keys), c.answer) << c.word;
}

TEST(Text, DidYouMeanPrefersTheNearestThenTheFirst) {
  EXPECT_EQ(did_you_mean("tests", Words{"bests", "test", "tests2"}), "bests");
  EXPECT_EQ(did_you_mean("tests", Words{"vests", "tests"}), "tests");
}

TEST(Text, QuotedList) {
  EXPECT_EQ(quoted_list(Words{}), "");
  EXPECT_EQ(quoted_list(Words{"a"}), "`a`");
  EXPECT_EQ(quoted_list(Words{"a", "b"}), "`a` or `b`");
  EXPECT_EQ(quoted_list(Words{"a", "b", "c"}), "`a`, `b` or `c`");
}

TEST(Text, DecodeUtf8RefusesWhatRfc3629Refuses) {
  struct Case {
    std::string_view bytes;
    char32_t value;
    unsigned size;
  };
  const Case cases[] = {
      {"a", 'a', 1},
      {std::string_view("\0", 1), 0, 1},
      {"\xc3\xa4", 0xe4, 2},
      {"\xe2\x82\xac", 0x20ac, 3},
      {"\xf0\x9f\x98\x80", 0x1f600, 4},
      {"", 0, 0},
      {"\x80", 0, 0},      // A continuation alone.
      {"\xc3", 0, 0},      // Cut.
      {"\xc0\xaf", 0, 0},  // Overlong '/'.
      {"\xe0\x80\xaf", 0, 0},
      {"\xed\xa0\x80", 0, 0},      // A surrogate.
      {"\xf4\x90\x80\x80", 0, 0},  // Above U+10FFFF.
      {"\xff", 0, 0},
  };
  for (const Case& c : cases) {
    const CodePoint got = decode_utf8(c.bytes);
    EXPECT_EQ(got.size, c.size) << printable(c.bytes);
    if (c.size == 0) continue;
    EXPECT_EQ(got.value, c.value) << printable(c.bytes);
    std::string back;
    append_utf8(back, c.value);
    EXPECT_EQ(back, c.bytes);
  }
}

TEST(Text, PrintableEscapesWhatCannotBeSeen) {
  EXPECT_EQ(printable("src/\xc3\xa4.cc"), "src/\xc3\xa4.cc");
  EXPECT_EQ(printable("a\nb\x1b[31m\xff"), "a\\x0ab\\x1b[31m\\xff");
  EXPECT_EQ(printable("a\xe2\x80\xae"
                      "b"),
            "a\\xe2\\x80\\xaeb");
  EXPECT_EQ(printable("\xc2\x85"), "\\xc2\\x85");
}

}  // namespace
}  // namespace hull
