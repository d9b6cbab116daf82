// The arguments are kept for later, with a reference to a name that is gone by then.
// oracle: asan
// pkg-config: fmt

#include <fmt/format.h>

#include <cstdio>
#include <string>

std::string host(int number) { return "a-host-in-the-data-centre-" + std::to_string(number); }

int main(int argc, char**) {
  const auto arguments = fmt::make_format_args(host(argc), argc);
  const std::string text = fmt::vformat("{}:{}", arguments);  // expect: H0203
  std::puts(text.c_str());
}
