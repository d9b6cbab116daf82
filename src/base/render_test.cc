#include <gtest/gtest.h>

#include "base/result.h"

namespace hull {
namespace {

/// An error at [begin, end) of `text`.
Error at(std::string text, Location begin, Location end, std::string name = "hull.toml") {
  return Error{.message = "bad value", .span = {}, .help = {}, .contexts = {}}.at(
      {.source = std::make_shared<SourceText>(std::move(name), std::move(text)), .begin = begin, .end = end});
}

TEST(Render, MessageAlone) {
  EXPECT_EQ(render(fail("no such file").error(), false), "error: no such file\n");
}

TEST(Render, HelpAndContextsWithoutAPlace) {
  EXPECT_EQ(
      render(
          Error(fail("no such file").error()).with_help("run `hull new`").during("while reading hull.toml"),
          false),
      "error: no such file\n"
      "  = help: run `hull new`\n"
      "  = note: while reading hull.toml\n");
}

TEST(Render, PlaceWithHelpAndContexts) {
  const Error error = at("[package]\nnaem = \"x\"\n", {2, 1}, {2, 5})
                          .with_help("did you mean `name`?")
                          .during("while reading hull.toml")
                          .during("while loading the workspace");
  EXPECT_EQ(render(error, false),
            "error: bad value\n"
            " --> hull.toml:2:1\n"
            "  |\n"
            "2 | naem = \"x\"\n"
            "  | ^^^^\n"
            "  |\n"
            "  = help: did you mean `name`?\n"
            "  = note: while reading hull.toml\n"
            "  = note: while loading the workspace\n");
}

TEST(Render, TheGutterGrowsWithTheLineNumber) {
  EXPECT_EQ(render(at(std::string(99, '\n') + "  x = 1", {100, 3}, {100, 4}).with_help("a\nb"), false),
            "error: bad value\n"
            "   --> hull.toml:100:3\n"
            "    |\n"
            "100 |   x = 1\n"
            "    |   ^\n"
            "    |\n"
            "    = help: a\n"
            "            b\n");
}

struct Marked {
  const char* what;
  std::string line;
  unsigned begin, end;
  std::string shown, carets;
};

TEST(Render, CaretsStandUnderWhatIsShown) {
  const Marked cases[] = {
      {"a tab before", "\tx = 1", 2, 3, "    x = 1", "    ^"},
      {"a tab inside", "a\tb", 1, 4, "a    b", "^^^^^^"},
      {"two-byte letters", "\xc3\xa4\xc3\xa4 = 1", 6, 7, "\xc3\xa4\xc3\xa4 = 1", "   ^"},
      {"a letter marked whole", "\xc3\xa4 = 1", 1, 3, "\xc3\xa4 = 1", "^"},
      {"wide letters", "\xe6\xbc\xa2 x", 5, 6, "\xe6\xbc\xa2 x", "   ^"},
      {"a byte that is not UTF-8", "a\xff b", 4, 5, "a\\xff b", "      ^"},
      {"an escape sequence", "\x1b[31m x", 7, 8, "\\x1b[31m x", "         ^"},
      {"a point", "abc", 2, 2, "abc", " ^"},
      {"the end of the line", "abc", 4, 4, "abc", "   ^"},
      {"behind the end", "abc", 40, 50, "abc", "   ^"},
      {"end before begin", "abc", 3, 1, "abc", "  ^"},
      {"end behind the end", "abc", 2, 99, "abc", " ^^"},
      {"column 0", "abc", 0, 0, "abc", "^"},
      {"CRLF", "abc\r", 1, 4, "abc", "^^^"},
  };
  for (const Marked& c : cases) {
    EXPECT_EQ(render(at(c.line + "\nnext", {1, c.begin}, {1, c.end}), false),
              "error: bad value\n --> hull.toml:1:" + std::to_string(std::max(c.begin, 1u)) + "\n  |\n1 | " +
                  c.shown + "\n  | " + c.carets + "\n")
        << c.what;
  }
}

TEST(Render, ARangeOfSeveralLinesIsMarkedToTheEndOfTheFirst) {
  EXPECT_EQ(render(at("x = [\n  1,\n]", {1, 5}, {3, 2}), false),
            "error: bad value\n --> hull.toml:1:5\n  |\n1 | x = [\n  |     ^\n");
}

TEST(Render, ALongLineIsCutAroundTheCaret) {
  const std::string line = std::string(5000, 'a') + "BUG" + std::string(5000, 'c');
  EXPECT_EQ(render(at(line, {1, 5001}, {1, 5004}), false),
            "error: bad value\n --> hull.toml:1:5001\n  |\n1 | ..." + std::string(60, 'a') + "BUG" +
                std::string(97, 'c') + "...\n  | " + std::string(63, ' ') + "^^^\n");
  EXPECT_EQ(render(at(line, {1, 1}, {1, 9000}), false), "error: bad value\n --> hull.toml:1:1\n  |\n1 | " +
                                                            std::string(160, 'a') + "...\n  | " +
                                                            std::string(160, '^') + "\n");
}

TEST(Render, PlacesThatAreNotThere) {
  EXPECT_EQ(render(at("a\n", {7, 1}, {7, 2}), false), "error: bad value\n --> hull.toml:7:1\n");
  EXPECT_EQ(render(at("", {1, 1}, {1, 1}), false), "error: bad value\n --> hull.toml:1:1\n  |\n1 |\n  | ^\n");
  EXPECT_EQ(render(at("a", {0, 0}, {0, 0}), false), "error: bad value\n --> hull.toml\n");
  EXPECT_EQ(render(at("a", {0, 0}, {0, 0}, "a\nb\xff"), false), "error: bad value\n --> a\\x0ab\\xff\n");
}

TEST(Render, Color) {
  EXPECT_EQ(render(at("x", {1, 1}, {1, 2}).with_help("h"), true),
            "\x1b[1;31merror\x1b[0m\x1b[1m: bad value\x1b[0m\n"
            " \x1b[1;34m-->\x1b[0m hull.toml:1:1\n"
            "  \x1b[1;34m|\x1b[0m\n"
            "\x1b[1;34m1 |\x1b[0m x\n"
            "  \x1b[1;34m|\x1b[0m \x1b[1;31m^\x1b[0m\n"
            "  \x1b[1;34m|\x1b[0m\n"
            "  \x1b[1;34m=\x1b[0m \x1b[1mhelp\x1b[0m: h\n");
}

TEST(Result, OsErrorSaysWhatTheSystemSays) {
  EXPECT_EQ(os_error("cannot open a/b.cc", 2).message, "cannot open a/b.cc: No such file or directory");
}

TEST(Result, TryAndCheckPassErrorsOn) {
  const auto half = [](int value) -> Result<int> {
    if (value % 2 != 0) return fail("odd", ErrorKind::Usage);
    return value / 2;
  };
  const auto quarter = [&](int value) -> Result<int> {
    HULL_TRY(const int once, half(value));
    int twice = 0;
    HULL_TRY(twice, half(once));
    return twice;
  };
  const auto check = [&](int value) -> Result<> {
    HULL_CHECK(half(value));
    return {};
  };
  EXPECT_EQ(quarter(8), 2);
  EXPECT_EQ(quarter(6).error().message, "odd");
  EXPECT_EQ(quarter(6).error().kind, ErrorKind::Usage);
  EXPECT_TRUE(check(2));
  EXPECT_FALSE(check(3));
}

}  // namespace
}  // namespace hull
