// Short messages are formatted into a local array, and the buffer is freed whatever it is.
// oracle: asan

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Console {
  char last[64];
  int printed;
};

void print_line(Console& console, const char* line) {
  std::snprintf(console.last, sizeof console.last, "%s", line);
  console.printed++;
}

__attribute__((format(printf, 2, 3))) bool print(Console& console, const char* format, ...) {
  char small[32];
  char* buffer = small;
  va_list arguments;
  va_start(arguments, format);
  va_list again;
  va_copy(again, arguments);
  int length = std::vsnprintf(small, sizeof small, format, arguments);
  va_end(arguments);
  if (length >= static_cast<int>(sizeof small)) {
    buffer = static_cast<char*>(std::malloc(length + 1));
    if (buffer != nullptr) std::vsnprintf(buffer, length + 1, format, again);
  }
  va_end(again);
  if (buffer == nullptr) return false;
  print_line(console, buffer);
  std::free(buffer);  // expect: H0104
  return length > 0;
}

int main() {
  Console console = {};
  print(console, "%s has joined the channel %s", "somebody-with-a-name", "#general");
  print(console, "%d users", 12);
  std::printf("%d lines, last: %s\n", console.printed, console.last);
}
