// The first line is a view of a buffer to which more is appended.
// oracle: asan
// pkg-config: fmt

#include <fmt/format.h>

#include <cstdio>
#include <iterator>

int main(int argc, char**) {
  fmt::memory_buffer out;
  fmt::format_to(std::back_inserter(out), "a report of {} lines in all {:600}\n", 40 * argc, ' ');
  const fmt::string_view title(out.data(), out.size());
  for (int i = 0; i < 40 * argc; ++i) out.append(fmt::string_view("one more line of the report\n"));
  fmt::print("{}", title);  // expect: H0302
}
