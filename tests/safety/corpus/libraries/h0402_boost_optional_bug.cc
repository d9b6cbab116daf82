// The default is there only with many arguments, and read in any case.
// oracle: debug

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
  if (argc > 5) fallback = "a.out";
  const std::string name = fallback.get();  // expect: H0402
  std::cout << name.size() << options.output.has_value() << '\n';
}
