#include "cli/console.h"

#include <fcntl.h>
#include <functional>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/file_system.h"

namespace hull::cli {
namespace {

TEST(CutToColumns, CountsCharactersNotBytes) {
  struct Case {
    const char* text;
    std::size_t columns;
    const char* expected;
  };
  for (const Case& c : {
           Case{"abc", 3, "abc"},
           {"abcd", 3, "ab\u2026"},
           {"", 0, ""},
           {"\u00e9\u00e9\u00e9", 3, "\u00e9\u00e9\u00e9"},
           {"\u00e9\u00e9\u00e9\u00e9", 3, "\u00e9\u00e9\u2026"},
       }) {
    EXPECT_EQ(cut_to_columns(c.text, c.columns), c.expected) << c.text;
  }
}

/// What a console wrote.
class ConsoleTest : public testing::Test {
 protected:
  std::string written(const Terminal& terminal, bool quiet, const std::function<void(Console&)>& use) {
    const std::string path = directory_.path() + "/out";
    const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    {
      Console console(terminal, quiet, 0, descriptor);
      use(console);
    }
    close(descriptor);
    return *fs::read(path);
  }

  fs::TemporaryDirectory directory_;
};

TEST_F(ConsoleTest, AlignsVerbsAndColoursOnlyWhenAsked) {
  const auto say = [](Console& console) { console.status("Compiling", "core"); };
  EXPECT_EQ(written({}, false, say), "   Compiling core\n");
  EXPECT_EQ(written({.color = true}, false, say), "   \x1b[1;32mCompiling\x1b[0m core\n");
  EXPECT_EQ(written({}, true, say), "");
}

TEST_F(ConsoleTest, WarningsAreShownEvenWhenQuiet) {
  EXPECT_EQ(written({}, true, [](Console& console) { console.warning("x"); }), "warning: x\n");
}

TEST_F(ConsoleTest, RedrawsTheLiveLineAroundOtherLines) {
  const std::string text = written({.is_terminal = true, .columns = 40}, false, [](Console& console) {
    console.live("Building", "1/2: a.cc");
    console.live("Building", "1/2: a.cc");
    console.status("Linking", "x");
  });
  EXPECT_EQ(text,
            "\r\x1b[K    Building 1/2: a.cc"
            "\r\x1b[K     Linking x\n    Building 1/2: a.cc"
            "\r\x1b[K");
}

TEST_F(ConsoleTest, HasNoLiveLineWithoutATerminal) {
  EXPECT_EQ(written({}, false, [](Console& console) { console.live("Building", "1/2"); }), "");
}

TEST_F(ConsoleTest, EndsRawTextWithANewline) {
  EXPECT_EQ(written({}, false,
                    [](Console& console) {
                      console.raw("a");
                      console.raw("b\n");
                      console.raw("");
                    }),
            "a\nb\n");
}

}  // namespace
}  // namespace hull::cli
