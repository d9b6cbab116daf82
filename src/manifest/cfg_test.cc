#include "manifest/cfg.h"

#include <gtest/gtest.h>

namespace hull::manifest {
namespace {

CfgContext linux_clang() {
  CfgContext context;
  context.values["target_os"] = {"linux"};
  context.values["target_arch"] = {"x86_64"};
  context.values["compiler"] = {"clang"};
  context.values["sanitize"] = {"address", "undefined"};
  context.words = {"unix"};
  return context;
}

struct Truth {
  const char* text;
  bool holds;
};

class CfgTruth : public testing::TestWithParam<Truth> {};

TEST_P(CfgTruth, Holds) {
  auto expression = parse_cfg(GetParam().text);
  ASSERT_TRUE(expression.has_value()) << expression.error().message;
  EXPECT_EQ(expression->holds(linux_clang()), GetParam().holds) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    All, CfgTruth,
    testing::Values(Truth{"cfg(unix)", true}, Truth{"cfg(debug_assertions)", false},
                    Truth{"cfg(target_os = \"linux\")", true}, Truth{"cfg(target_os=\"macos\")", false},
                    Truth{"  cfg ( target_os = \"linux\" ) ", true}, Truth{"cfg(not(unix))", false},
                    Truth{"cfg(not(compiler = \"gcc\"))", true}, Truth{"cfg(all())", true},
                    Truth{"cfg(any())", false}, Truth{"cfg(all(unix, target_arch = \"x86_64\"))", true},
                    Truth{"cfg(all(unix, target_arch = \"aarch64\"))", false},
                    Truth{"cfg(any(debug_assertions, unix,))", true},
                    Truth{"cfg(sanitize = \"undefined\")", true}, Truth{"cfg(sanitize = \"thread\")", false},
                    Truth{"cfg(feature = \"x\")", false},
                    Truth{"cfg(all(target_os = \"linux\", not(any(compiler = \"gcc\", not(unix)))))", true}));

struct Flawed {
  const char* text;
  const char* message;
  const char* help;
};

class CfgErrors : public testing::TestWithParam<Flawed> {};

TEST_P(CfgErrors, NameTheColumn) {
  auto expression = parse_cfg(GetParam().text);
  ASSERT_FALSE(expression.has_value());
  EXPECT_EQ(expression.error().message, GetParam().message);
  EXPECT_EQ(expression.error().kind, ErrorKind::Usage);
  std::string help = expression.error().help.empty() ? "" : expression.error().help[0];
  EXPECT_EQ(help, GetParam().help);
}

INSTANTIATE_TEST_SUITE_P(
    All, CfgErrors,
    testing::Values(
        Flawed{"", "expected `cfg(...)`, found `` (column 1 of the condition)",
               "write a condition: [target.'cfg(target_os = \"linux\")'.dependencies]"},
        Flawed{"linux", "expected `cfg(...)`, found `linux` (column 1 of the condition)",
               "write a condition: [target.'cfg(target_os = \"linux\")'.dependencies]"},
        Flawed{"cfg", "expected `(`, found the end of the condition (column 4 of the condition)", ""},
        Flawed{"cfg()", "expected a condition, found `)` (column 5 of the condition)", ""},
        Flawed{"cfg(unix", "expected `)`, found the end of the condition (column 9 of the condition)", ""},
        Flawed{"cfg(unix) x", "expected the end of the condition (column 11 of the condition)", ""},
        Flawed{"cfg(unixx)", "unknown word `unixx` (column 5 of the condition)", "did you mean `unix`?"},
        Flawed{"cfg(target_oss = \"x\")", "unknown key `target_oss` (column 5 of the condition)",
               "did you mean `target_os`?"},
        Flawed{"cfg(target_os)", "`target_os` needs a value (column 5 of the condition)",
               "write target_os = \"...\""},
        Flawed{"cfg(target_os = linux)",
               "expected a value in double quotes, found `l` (column 17 of the condition)", ""},
        Flawed{"cfg(target_os = \"linux)", "this string has no closing quote (column 17 of the condition)",
               ""},
        Flawed{"cfg(stdlib = \"msvc\")", "`stdlib` is never `msvc` (column 14 of the condition)",
               "it is `libstdc++` or `libc++`"},
        Flawed{"cfg(and(unix))", "unknown operator `and` (column 5 of the condition)",
               "write `all`, `any` or `not`"},
        Flawed{"cfg(not())", "`not` takes exactly one condition (column 9 of the condition)",
               "write not(any(...)) or not(all(...))"},
        Flawed{"cfg(all(unix unix))", "expected `)`, found `u` (column 14 of the condition)", ""},
        Flawed{"cfg(\x01)", "expected a condition, found `\\x01` (column 5 of the condition)", ""}));

TEST(Cfg, DeepNestingIsRefused) {
  std::string text = "cfg(";
  for (int i = 0; i < 100000; ++i) text += "not(";
  auto expression = parse_cfg(text);
  ASSERT_FALSE(expression.has_value());
  EXPECT_TRUE(expression.error().message.starts_with("nested more than 64 deep"))
      << expression.error().message;
}

TEST(Cfg, ErrorPointsIntoTheFile) {
  auto source = std::make_shared<const SourceText>(SourceText{"hull.toml", ""});
  Span where{source, {7, 10}, {7, 30}};
  auto expression = parse_cfg("cfg(unixx)", where);
  ASSERT_FALSE(expression.has_value());
  EXPECT_EQ(expression.error().message, "unknown word `unixx`");
  EXPECT_EQ(expression.error().span->begin, (Location{7, 14}));
  EXPECT_EQ(expression.error().span->end, (Location{7, 19}));
}

}  // namespace
}  // namespace hull::manifest
