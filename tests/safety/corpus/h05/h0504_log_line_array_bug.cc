// The room that is told is that of an earlier, larger buffer.
// oracle: asan

#include <array>
#include <cstdarg>
#include <cstdio>
#include <string>

std::string line(const char* format, ...) {
  std::array<char, 64> buffer;
  va_list arguments;
  va_start(arguments, format);
  const int length = vsnprintf(buffer.data(), 128, format, arguments);  // expect: H0504
  va_end(arguments);
  if (length < 0) return {};
  return std::string(buffer.data());
}

int main() {
  std::puts(line("%d of %d items, %s and %s", 3, 17, "a rather long name of the first of them", "another one").c_str());
}
