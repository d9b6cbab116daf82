#include "base/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace hull {

Terminal terminal(int fd, ColorChoice choice) {
  Terminal result;
  const char* term = std::getenv("TERM");
  const bool dumb = term == nullptr || std::string_view(term) == "dumb";
  result.is_terminal = isatty(fd) == 1 && !dumb;

  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = no_color != nullptr && *no_color != '\0';
  result.color =
      choice == ColorChoice::Always || (choice == ColorChoice::Auto && result.is_terminal && !refused);

  result.columns = columns_now(fd, result.columns);
  return result;
}

int columns_now(int fd, int otherwise) {
  winsize size{};
  return ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : otherwise;
}

}  // namespace hull
