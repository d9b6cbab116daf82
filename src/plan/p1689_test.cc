#include "plan/p1689.h"

#include <gtest/gtest.h>

namespace hull::plan {
namespace {

TEST(P1689, ReadsWhatClangScanDepsWrites) {
  const auto unit = parse_p1689(R"({
    "revision": 0,
    "rules": [{
      "primary-output": "b.o",
      "provides": [{"is-interface": true, "logical-name": "b", "source-path": "b.cppm"}],
      "requires": [{"logical-name": "a"}, {"logical-name": "b:part"}]
    }],
    "version": 1
  })");
  ASSERT_TRUE(unit) << unit.error().message;
  ASSERT_EQ(unit->provided.size(), 1u);
  EXPECT_EQ(unit->provided[0].name, "b");
  EXPECT_TRUE(unit->provided[0].is_interface);
  ASSERT_EQ(unit->required.size(), 2u);
  EXPECT_EQ(unit->required[1].name, "b:part");
  EXPECT_FALSE(unit->required[0].is_header_unit);
}

TEST(P1689, AUnitWithoutModulesHasEmptyRules) {
  const auto unit = parse_p1689(R"({"revision": 0, "rules": [], "version": 1})");
  ASSERT_TRUE(unit);
  EXPECT_TRUE(unit->provided.empty());
  EXPECT_TRUE(unit->required.empty());
}

TEST(P1689, HeaderUnitsAreToldByTheirLookup) {
  const auto unit = parse_p1689(
      R"({"version": 0, "rules": [{"requires": [{"logical-name": "<vector>", "lookup-method": "include-angle"}]}]})");
  ASSERT_TRUE(unit);
  EXPECT_TRUE(unit->required[0].is_header_unit);
}

TEST(P1689, RefusesWhatItIsNot) {
  struct Case {
    const char* text;
    const char* message;
  };
  for (const Case& one : {
           Case{"", "it is not JSON"},
           {"{", "it is not JSON"},
           {"[]", "it has no version"},
           {R"({"version": "1"})", "it has no version"},
           {R"({"version": 2, "rules": []})", "it has version 2, but this hull reads 0 and 1"},
           {R"({"version": 1})", "it has no rules"},
           {R"({"version": 1, "rules": [3]})", "a rule is no object"},
           {R"({"version": 1, "rules": [{"provides": {}}]})", "`provides` is no array"},
           {R"({"version": 1, "rules": [{"requires": [{}]}]})", "an entry has no logical-name"},
           {R"({"version": 1, "rules": [{"requires": [{"logical-name": ""}]}]})",
            "an entry has an empty logical-name"},
           {R"({"version": 1, "rules": [{"requires": [{"logical-name": "a\nb"}]}]})",
            "a logical-name has control characters"},
           {R"({"version": 1, "rules": [{"provides": [{"logical-name": "a", "is-interface": 1}]}]})",
            "`is-interface` is no boolean"},
           {R"({"version": 1, "rules": [{"requires": [{"logical-name": "a", "lookup-method": 1}]}]})",
            "`lookup-method` is no string"},
       }) {
    const auto unit = parse_p1689(one.text);
    ASSERT_FALSE(unit) << one.text;
    EXPECT_EQ(unit.error().message, one.message) << one.text;
  }
}

}  // namespace
}  // namespace hull::plan
