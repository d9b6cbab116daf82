// A line is formatted into an array, as far as there is room for it.
// oracle: clean

#include <array>
#include <cstdarg>
#include <cstdio>
#include <string>

std::string line(const char* format, ...) {
  std::array<char, 64> buffer;
  va_list arguments;
  va_start(arguments, format);
  const int length = vsnprintf(buffer.data(), buffer.size(), format, arguments);
  va_end(arguments);
  if (length < 0) return {};
  return std::string(buffer.data());
}

int main() {
  std::puts(line("%d of %d items, %s and %s", 3, 17, "a rather long name of the first of them", "another one").c_str());
}
