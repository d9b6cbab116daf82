// The name lives as long as the arguments that refer to it.
// oracle: clean
// pkg-config: fmt

#include <fmt/format.h>

#include <cstdio>
#include <string>

std::string host(int number) { return "a-host-in-the-data-centre-" + std::to_string(number); }

int main(int argc, char**) {
  const std::string name = host(argc);
  const auto arguments = fmt::make_format_args(name, argc);
  const std::string text = fmt::vformat("{}:{}", arguments);
  std::puts(text.c_str());
}
