#include "cli/diagnostics.h"

#include <gtest/gtest.h>

namespace hull::cli {
namespace {

using Level = Diagnostic::Level;

TEST(StripEscapes, RemovesColoursAndLinksAndNothingElse) {
  struct Case {
    const char* text;
    const char* expected;
  };
  for (const Case& c : {
           Case{"plain", "plain"},
           {"\x1b[0;1;31merror: \x1b[0m\x1b[1mbad\x1b[0m", "error: bad"},
           {"a\x1b[Kb", "ab"},
           {"\x1b]8;;https://x\x07link\x1b]8;;\x07", "link"},
           {"\x1b]8;;https://x\x1b\\link", "link"},
           {"cut \x1b[", "cut "},
           {"lone \x1b", "lone \x1b"},
           {"caf\xc3\xa9", "caf\xc3\xa9"},
       }) {
    EXPECT_EQ(strip_escapes(c.text), c.expected) << c.text;
  }
}

TEST(ReadDiagnostics, KeepsIncludeStackSnippetAndNotesTogether) {
  const auto pieces = read_diagnostics(
      "In file included from src/a.cc:1:\n"
      "src/a.h:3:7: warning: unused variable 'x' [-Wunused-variable]\n"
      "    3 |   int x;\n"
      "      |       ^\n"
      "In file included from src/a.cc:2:\n"
      "src/b.h:9:1: note: declared here\n"
      "src/a.cc:8:3: error: use of undeclared identifier 'y'\n"
      "    8 |   y(\"src/z.cc:1:1: error: no\");\n"
      "1 warning and 1 error generated.\n");
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[0].level, Level::Warning);
  EXPECT_EQ(pieces[0].file, "src/a.h");
  EXPECT_EQ(pieces[0].line, 3u);
  EXPECT_EQ(pieces[0].column, 7u);
  EXPECT_EQ(pieces[0].message, "unused variable 'x'");
  EXPECT_EQ(pieces[0].option, "-Wunused-variable");
  EXPECT_TRUE(pieces[0].text.starts_with("In file included from src/a.cc:1:\n"));
  EXPECT_TRUE(pieces[0].text.ends_with("src/b.h:9:1: note: declared here\n"));
  EXPECT_EQ(pieces[1].level, Level::Error);
  EXPECT_EQ(pieces[1].line, 8u);
  EXPECT_EQ(pieces[1].text.find("generated"), std::string::npos);
}

TEST(ReadDiagnostics, ReadsEachFormat) {
  struct Case {
    const char* line;
    Level level;
    const char* file;
    unsigned number;
    const char* message;
  };
  for (const Case& c : {
           Case{"a.cc:1:2: fatal error: 'x.h' file not found", Level::Error, "a.cc", 1,
                "'x.h' file not found"},
           {"dir with blanks/a.cc:4:2: error: m", Level::Error, "dir with blanks/a.cc", 4, "m"},
           {"a.c:7: warning: old style", Level::Warning, "a.c", 7, "old style"},
           {"ld.lld: error: undefined symbol: f()", Level::Error, "", 0, "undefined symbol: f()"},
           {"clang++-19: error: linker command failed", Level::Error, "", 0, "linker command failed"},
           {"\x1b[1ma.cc:1:2: \x1b[0m\x1b[0;1;31merror: \x1b[0m\x1b[1mm\x1b[0m", Level::Error, "a.cc", 1,
            "m"},
           {"a.cc:1:2: remark: vectorized [-Rpass=x]", Level::Remark, "a.cc", 1, "vectorized [-Rpass=x]"},
           {"the script says: error: it rains", Level::None, "", 0, ""},
           {"   12 |   f(\"a.cc:1:1: error: x\");", Level::None, "", 0, ""},
           {"just text", Level::None, "", 0, ""},
       }) {
    const auto pieces = read_diagnostics(std::string(c.line) + "\n");
    ASSERT_EQ(pieces.size(), 1u) << c.line;
    EXPECT_EQ(pieces[0].level, c.level) << c.line;
    EXPECT_EQ(pieces[0].file, c.file) << c.line;
    EXPECT_EQ(pieces[0].line, c.number) << c.line;
    EXPECT_EQ(pieces[0].message, c.message) << c.line;
    EXPECT_EQ(pieces[0].text, std::string(c.line) + "\n") << c.line;
  }
}

TEST(ReadDiagnostics, LosesNothingButCounts) {
  const std::string output =
      "a.h: In function 'int f()':\na.h:1:1: warning: w\nprinted by a generator\n\nld.lld: error: e\n>>> "
      "referenced by x\nlast";
  std::string together;
  for (const Diagnostic& piece : read_diagnostics(output + "\n3 warnings generated.\n"))
    together += piece.text;
  EXPECT_EQ(together, output + "\n");
  EXPECT_TRUE(read_diagnostics("").empty());
  ASSERT_EQ(read_diagnostics("In file included from a.cc:1:\n").size(), 1u);
}

TEST(Shown, TellsAHeadersWarningOnceAndEverythingElseAlways) {
  Shown shown;
  const auto from_a =
      read_diagnostics("In file included from a.cc:1:\nx.h:1:1: warning: w [-Wx]\n 1 | int\n");
  const auto from_b =
      read_diagnostics("In file included from b.cc:7:\n\x1b[1mx.h:1:1: warning: w [-Wx]\x1b[0m\n 1 | int\n");
  const auto other = read_diagnostics("x.h:2:1: warning: w [-Wx]\n");
  const auto link = read_diagnostics("ld.lld: error: undefined symbol: f\n");
  const auto text = read_diagnostics("hello\n");
  EXPECT_TRUE(shown.first_time(from_a[0]));
  EXPECT_FALSE(shown.first_time(from_b[0]));
  EXPECT_TRUE(shown.first_time(other[0]));
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(shown.first_time(link[0]));
    EXPECT_TRUE(shown.first_time(text[0]));
  }
}

}  // namespace
}  // namespace hull::cli
