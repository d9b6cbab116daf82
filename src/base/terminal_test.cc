#include "base/terminal.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <string>

namespace hull {
namespace {

/// A pseudo terminal, and TERM and NO_COLOR as the test sets them.
class TerminalTest : public testing::Test {
 protected:
  TerminalTest() {
    const winsize size{.ws_row = 50, .ws_col = 123, .ws_xpixel = 0, .ws_ypixel = 0};
    EXPECT_EQ(openpty(&main_, &tty_, nullptr, nullptr, &size), 0);
    set("TERM", "xterm");
    set("NO_COLOR", nullptr);
  }
  ~TerminalTest() override {
    close(main_);
    close(tty_);
    unsetenv("NO_COLOR");
  }
  static void set(const char* name, const char* value) {
    value != nullptr ? setenv(name, value, 1) : unsetenv(name);
  }

  int main_ = -1;
  int tty_ = -1;
};

TEST_F(TerminalTest, ColorIsForTerminalsUnlessRefused) {
  const int null = open("/dev/null", O_WRONLY);
  struct Case {
    const char* term;
    const char* no_color;
    bool tty;
    bool automatic, always;
    bool is_terminal;
  };
  const Case cases[] = {
      {"xterm", nullptr, true, true, true, true},   {"xterm", "1", true, false, true, true},
      {"xterm", "", true, true, true, true},        {"dumb", nullptr, true, false, true, false},
      {nullptr, nullptr, true, false, true, false}, {"xterm", nullptr, false, false, true, false},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(std::string(c.term ? c.term : "-") + " " + (c.no_color ? c.no_color : "-") +
                 (c.tty ? " tty" : ""));
    set("TERM", c.term);
    set("NO_COLOR", c.no_color);
    const int fd = c.tty ? tty_ : null;
    EXPECT_EQ(terminal(fd, ColorChoice::Auto).color, c.automatic);
    EXPECT_EQ(terminal(fd, ColorChoice::Always).color, c.always);
    EXPECT_FALSE(terminal(fd, ColorChoice::Never).color);
    EXPECT_EQ(terminal(fd, ColorChoice::Auto).is_terminal, c.is_terminal);
  }
  close(null);
}

TEST_F(TerminalTest, Width) {
  EXPECT_EQ(terminal(tty_, ColorChoice::Auto).columns, 123);
  EXPECT_EQ(terminal(-1, ColorChoice::Auto).columns, 80);
}

}  // namespace
}  // namespace hull
