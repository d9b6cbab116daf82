#include "cli/console.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/text.h"

namespace hull::cli {
namespace {

constexpr const char* kGreen = "\x1b[1;32m";
constexpr const char* kCyan = "\x1b[1;36m";
constexpr const char* kYellow = "\x1b[1;33m";
constexpr const char* kReset = "\x1b[0m";
constexpr std::string_view kEraseRest = "\x1b[J";  // From the cursor to the end of the screen.
// The line first: what stands at the top of the screen, tmux keeps in its history otherwise.
constexpr std::string_view kErase = "\x1b[K\x1b[J";
constexpr std::string_view kWrapOff = "\x1b[?7l";  // DECAWM of the VT100.
constexpr std::string_view kWrapOn = "\x1b[?7h";
constexpr std::size_t kVerbColumns = 12;

/// A live line as it is sent.
std::string drawn(std::string_view line) {
  std::string text(kWrapOff);
  for (const std::string_view part : {line, kEraseRest, kWrapOn, std::string_view("\r")}) text += part;
  return text;
}

}  // namespace

int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(descriptor, text.data(), text.size());
    if (wrote >= 0) {
      text.remove_prefix(static_cast<std::size_t>(wrote));
    } else if (errno == EAGAIN) {
      // A parent may have left its terminal or pipe non-blocking; output is still not ours to drop.
      pollfd ready{descriptor, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

std::string cut_to_columns(std::string_view text, std::size_t columns) {
  std::size_t seen = 0;
  std::size_t fits = 0;  // Bytes after which there is room for the ellipsis.
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = decode_utf8(text.substr(at));
    const std::size_t width = next.size == 0 ? 1 : columns_of(next.value);
    if (seen + width > columns) return columns == 0 ? "" : std::string(text.substr(0, fits)) + "\u2026";
    seen += width;
    at += std::max(next.size, 1u);
    if (seen < columns) fits = at;
  }
  return std::string(text);
}

void Console::status(std::string_view verb, std::string_view text) {
  if (quiet_) return;
  put(verb_column(verb, kGreen) + std::string(text) + "\n");
}

void Console::warning(std::string_view text) {
  const std::string head = terminal_.color ? std::string(kYellow) + "warning" + kReset : "warning";
  put(head + ": " + std::string(text) + "\n");
}

void Console::note(std::string_view text) {
  if (quiet_) return;
  const std::string head = terminal_.color ? std::string(kCyan) + "note" + kReset : "note";
  put(head + ": " + std::string(text) + "\n");
}

void Console::error(const Error& error) { put(render(error, terminal_.color)); }

void Console::raw(std::string_view text) {
  if (text.empty()) return;
  put(text.ends_with('\n') ? std::string(text) : std::string(text) + "\n");
}

// The cursor waits at the beginning of the live line, so that all of it can be erased, however many rows it
// takes after the window was made narrower. New text is written over the old and the rest erased behind it:
// erasing first would flicker. It is written without wrapping, since a terminal multiplexer may be narrower
// for a while before it says so.

void Console::live(std::string_view verb, std::string_view text) {
  if (quiet_ || !terminal_.is_terminal) return;
  live_verb_ = verb;
  live_text_ = printable(text);
  std::string line = live_line();
  if (line == live_) return;
  live_ = std::move(line);
  write_all(descriptor_, drawn(live_));
}

std::size_t Console::live_columns() const {
  const auto columns = static_cast<std::size_t>(columns_now(descriptor_, terminal_.columns));
  // The last column stays free: some terminals go on to the next line there.
  return columns > kVerbColumns + 2 ? columns - kVerbColumns - 2 : 0;
}

std::string Console::live_line() const {
  return verb_column(live_verb_, kCyan) + cut_to_columns(live_text_, live_columns());
}

void Console::clear_live() {
  if (live_.empty()) return;
  live_.clear();
  write_all(descriptor_, kErase);
}

void Console::print(std::string_view text) {
  if (print_error_ == 0) print_error_ = write_all(1, text);
}

void Console::put(std::string text) {
  if (live_.empty()) {
    write_all(descriptor_, text);
    return;
  }
  live_ = live_line();
  write_all(descriptor_, std::string(kErase) + text + drawn(live_));
}

std::string Console::verb_column(std::string_view verb, const char* color) const {
  std::string column(verb.size() < kVerbColumns ? kVerbColumns - verb.size() : 0, ' ');
  if (terminal_.color) column += color;
  column += verb;
  if (terminal_.color) column += kReset;
  column += ' ';
  return column;
}

}  // namespace hull::cli
