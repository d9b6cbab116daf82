#include "manifest/syntax.h"

#include <gtest/gtest.h>

#include <set>

#include "manifest/schema.h"

namespace hull::manifest {
namespace {

TEST(Syntax, PackageNames) {
  for (auto name : {"a", "abc", "a-b", "a_b", "a1"}) EXPECT_TRUE(is_package_name(name)) << name;
  for (auto name : {"", "A", "1a", "-a", "_a", "a b", "a/b", "a.b", "\xc3\xa9"})
    EXPECT_FALSE(is_package_name(name)) << name;
}

TEST(Syntax, TargetNames) {
  for (auto name : {"a", "A", "1", "_x", "a-b.c+d", "libfoo++"}) EXPECT_TRUE(is_target_name(name)) << name;
  for (auto name : {"", ".", "..", "-a", "a b", "a/b", "+a", "a\n"})
    EXPECT_FALSE(is_target_name(name)) << name;
}

TEST(Syntax, Versions) {
  for (auto version :
       {"0.0.0", "1.2.3", "10.20.30", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0.3.7", "1.0.0-x-y-z.--",
        "1.0.0+20130313144700", "1.0.0-beta+exp.sha.5114f85", "1.0.0+21AF26D3---117B344092BD"}) {
    EXPECT_TRUE(is_version(version)) << version;
  }
  for (auto version :
       {"", "1", "1.2", "1.2.3.4", "01.2.3", "1.02.3", "1.2.03", "v1.2.3", "1.2.3-", "1.2.3+", "1.2.3-01",
        "1.2.3-a..b", "1.2.3 ", "1.2.x", "-1.2.3", "1.2.3-\xc3\xa9", "9999999999999999999999.0.0"}) {
    EXPECT_FALSE(is_version(version)) << version;
  }
}

TEST(Syntax, Requirements) {
  for (auto text : {"1", "1.2", "1.2.3", "^1", "~1.2.3", ">=1, <2", "= 1.2.3", "1.*", "1.2.*", "*", "> 1.0",
                    "<=2", "1.0.0-beta.1"}) {
    EXPECT_TRUE(is_requirement(text)) << text;
  }
  for (auto text :
       {"", "ten", "1.2.3.4", "1..2", ">=", "1,", "==1", "*.1", "1.*.2", "../x", "https://example.org"}) {
    EXPECT_FALSE(is_requirement(text)) << text;
  }
}

TEST(Syntax, Sizes) {
  const std::pair<std::string_view, std::optional<std::uint64_t>> kSizes[] = {
      {"0", 0},
      {"1024", 1024},
      {"10MB", 10'000'000},
      {"10 MB", 10'000'000},
      {"512KiB", 524288},
      {"1kB", 1000},
      {"2GiB", 2147483648u},
      {"7B", 7},
      {"3M", 3'000'000},
      {"", {}},
      {"MB", {}},
      {"-1", {}},
      {"1.5MB", {}},
      {"10 bananas", {}},
      {"1TB", {}},
      {"18446744073709551615", 18446744073709551615u},
      {"18446744073709551616", {}},
      {"18446744073709551615kB", {}}};
  for (const auto& [text, size] : kSizes) EXPECT_EQ(parse_size(text), size) << text;
}

TEST(Syntax, MacroNames) {
  for (auto name : {"A", "_a1", "HAVE_X"}) EXPECT_TRUE(is_macro_name(name)) << name;
  for (auto name : {"", "1A", "A-B", "A B"}) EXPECT_FALSE(is_macro_name(name)) << name;
}

TEST(Schema, SuggestsWhatWasMeant) {
  EXPECT_EQ(meant_key(schema::kLib, "source"), "sources");
  EXPECT_EQ(meant_key(schema::kLib, "crate-type"), "kind");
  EXPECT_EQ(meant_key(schema::kBin, "path"), "sources");
  EXPECT_EQ(meant_key(schema::kPackage, "edition"), "standard");
  EXPECT_EQ(meant_key(schema::kImage, "edition"), "");
}

TEST(Schema, NamesEveryKeyOnce) {
  for (const TableSchema* schema : all_schemas()) {
    std::set<std::string_view> seen;
    for (std::string_view key : schema->keys)
      EXPECT_TRUE(seen.insert(key).second) << schema->name << " " << key;
  }
}

}  // namespace
}  // namespace hull::manifest
