// The default is always there.
// oracle: clean

#include <boost/optional.hpp>

#include <iostream>
#include <string>

struct Options {
  boost::optional<std::string> output;
  boost::optional<int> level;
};

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) options.output = std::string(argv[i]);
  return options;
}

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  boost::optional<std::string> fallback;
  if (!fallback) fallback = "a.out";
  const std::string name = fallback.get();
  std::cout << name.size() << options.output.has_value() << options.level.value_or(3) << (options.level.is_initialized() ? *options.level : 0) << '\n';
}
