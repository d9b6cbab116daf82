// The option counts only if an argument comes after it.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

struct Options {
  std::string output = "a.out";
  int level = 0;
  std::vector<std::string> inputs;
};

Options parse(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "-o" && i + 1 < arguments.size()) {
      options.output = arguments[i + 1];
      ++i;
    } else if (argument.starts_with("-O") && argument.size() == 3) {
      options.level = argument[2] - '0';
    } else {
      options.inputs.push_back(argument);
    }
  }
  return options;
}

int main() {
  const Options first = parse({"-O2", "main.cc", "-o", "main"});
  const Options second = parse({"main.cc", "-o"});
  std::cout << first.output << ' ' << second.output << ' ' << second.inputs.size() << '\n';
}
