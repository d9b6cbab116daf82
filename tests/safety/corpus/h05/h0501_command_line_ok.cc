// The last argument is not taken for an option with a value.
// oracle: clean
#include <cstdio>
#include <span>
#include <string_view>

struct Options {
  std::string_view output = "a.out";
  bool verbose = false;
};

Options parse(std::span<const std::string_view> arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--verbose") {
      options.verbose = true;
    } else if (i + 1 < arguments.size() && arguments[i] == "--output") {
      options.output = arguments[++i];
    }
  }
  return options;
}

int main() {
  const std::string_view good[] = {"--output", "main", "--verbose"};
  const std::string_view bad[] = {"--verbose", "--output"};
  std::printf("%d %d\n", parse(good).verbose, parse(bad).verbose);
}
