// The view is taken when the buffer is complete.
// oracle: clean
// pkg-config: fmt

#include <fmt/format.h>

#include <cstdio>
#include <iterator>

int main(int argc, char**) {
  fmt::memory_buffer out;
  fmt::format_to(std::back_inserter(out), "a report of {} lines in all {:600}\n", 40 * argc, ' ');
  for (int i = 0; i < 40 * argc; ++i) out.append(fmt::string_view("one more line of the report\n"));
  const fmt::string_view title(out.data(), out.size());
  fmt::print("{}", title);
}
