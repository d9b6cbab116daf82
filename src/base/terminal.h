// What standard error is, for colour and progress (DESIGN section 8).
#pragma once

namespace hull {

enum class ColorChoice { Auto, Always, Never };

struct Terminal {
  bool is_terminal = false;  ///< And one that moves its cursor: false for TERM=dumb.
  bool color = false;
  int columns = 80;
};

/// The state of file descriptor `fd` (2 for standard error): Auto gives colour on a terminal unless
/// NO_COLOR is set (https://no-color.org) or TERM is "dumb".
Terminal terminal(int fd, ColorChoice choice);

/// The width of the terminal `fd` now, since windows are resized; `otherwise` when it has none.
int columns_now(int fd, int otherwise);

}  // namespace hull
