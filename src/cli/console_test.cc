#include "cli/console.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

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
           {"\u6f22\u5b57", 4, "\u6f22\u5b57"},
           {"\u6f22\u5b57", 3, "\u6f22\u2026"},
           {"\u6f22\u5b57x", 4, "\u6f22\u2026"},
           {"e\u0301e\u0301", 2, "e\u0301e\u0301"},
           {"\xff\xff\xff", 2, "\xff\u2026"},
           {"abc", 1, "\u2026"},
           {"abc", 0, ""},
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
            "\x1b[?7l    Building 1/2: a.cc\x1b[J\x1b[?7h\r"
            "\x1b[K\x1b[J     Linking x\n\x1b[?7l    Building 1/2: a.cc\x1b[J\x1b[?7h\r"
            "\x1b[K\x1b[J");
}

TEST_F(ConsoleTest, TheLiveLineHasNoControlCharacters) {
  const std::string text = written({.is_terminal = true, .columns = 40}, false,
                                   [](Console& console) { console.live("Testing", "a\nb\x1b[2J"); });
  EXPECT_EQ(text, "\x1b[?7l     Testing a\\x0ab\\x1b[2J\x1b[J\x1b[?7h\r\x1b[K\x1b[J");
}

/// On a terminal whose window is resized between two lines.
TEST(Console, TheLiveLineFollowsTheWindow) {
  int main = -1, tty = -1;
  winsize size{.ws_row = 10, .ws_col = 30, .ws_xpixel = 0, .ws_ypixel = 0};
  ASSERT_EQ(openpty(&main, &tty, nullptr, nullptr, &size), 0);
  termios raw{};
  tcgetattr(tty, &raw);
  cfmakeraw(&raw);
  tcsetattr(tty, TCSANOW, &raw);
  const auto resize = [&](unsigned short columns) {
    size.ws_col = columns;
    ASSERT_EQ(ioctl(tty, TIOCSWINSZ, &size), 0);
  };
  const auto shown = [&] {
    char buffer[256];
    const ssize_t count = read(main, buffer, sizeof buffer);
    return std::string(buffer, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  };
  {
    Console console({.is_terminal = true, .columns = 30}, false, 0, tty);
    console.live("Building", "0123456789abcdefghij");
    EXPECT_EQ(shown(), "\x1b[?7l    Building 0123456789abcde\u2026\x1b[J\x1b[?7h\r");
    resize(20);
    console.live("Building", "0123456789abcdefghij");
    EXPECT_EQ(shown(), "\x1b[?7l    Building 01234\u2026\x1b[J\x1b[?7h\r");
    resize(40);
    console.status("Linking", "x");
    EXPECT_EQ(shown(),
              "\x1b[K\x1b[J     Linking x\n\x1b[?7l    Building 0123456789abcdefghij\x1b[J\x1b[?7h\r");
    resize(5);
    EXPECT_EQ(console.live_columns(), 0u);
  }
  close(main);
  close(tty);
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
