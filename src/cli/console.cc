#include "cli/console.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace hull::cli {
namespace {

constexpr const char* kGreen = "\x1b[1;32m";
constexpr const char* kCyan = "\x1b[1;36m";
constexpr const char* kYellow = "\x1b[1;33m";
constexpr const char* kReset = "\x1b[0m";
constexpr std::string_view kEraseLine = "\r\x1b[K";
constexpr std::size_t kVerbColumns = 12;

}  // namespace

void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(descriptor, text.data(), text.size());
    if (wrote >= 0) {
      text.remove_prefix(static_cast<std::size_t>(wrote));
    } else if (errno == EAGAIN) {
      // A parent may have left its terminal or pipe non-blocking; output is still not ours to drop.
      pollfd ready{descriptor, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return;
    }
  }
}

std::string cut_to_columns(std::string_view text, std::size_t columns) {
  std::size_t seen = 0;
  std::size_t last_start = 0;  // where the code point in the last column begins
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) == 0x80) continue;
    if (seen == columns) return std::string(text.substr(0, last_start)) + "\u2026";
    last_start = i;
    ++seen;
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

void Console::live(std::string_view verb, std::string_view text) {
  if (quiet_ || !terminal_.is_terminal) return;
  const std::size_t columns = static_cast<std::size_t>(terminal_.columns > 20 ? terminal_.columns : 20);
  std::string line = verb_column(verb, kCyan) + cut_to_columns(text, columns - kVerbColumns - 2);
  if (line == live_) return;
  live_ = std::move(line);
  write_all(descriptor_, std::string(kEraseLine) + live_);
}

void Console::clear_live() {
  if (live_.empty()) return;
  live_.clear();
  write_all(descriptor_, kEraseLine);
}

void Console::put(std::string text) {
  if (live_.empty()) {
    write_all(descriptor_, text);
    return;
  }
  write_all(descriptor_, std::string(kEraseLine) + text + live_);
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
