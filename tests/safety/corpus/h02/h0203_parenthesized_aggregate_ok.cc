// Braces keep the temporary as long as the aggregate.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

struct Invocation {
  const std::string& program;
  const std::vector<std::string>& arguments;
  int timeout;
};

std::string locate(const std::string& name) { return "/usr/local/toolchains/current/bin/" + name; }

std::vector<std::string> common_arguments(bool debug) {
  std::vector<std::string> arguments = {"-std=c++23", "-Wall", "-Wextra"};
  arguments.push_back(debug ? "-O0" : "-O2");
  return arguments;
}

std::string command_line(const Invocation& invocation) {
  std::string line = invocation.program;
  for (const std::string& argument : invocation.arguments) line += " " + argument;
  return line;
}

int main() {
  const Invocation invocation{locate("clang++"), common_arguments(true), 30};
  if (invocation.timeout <= 0) return 1;
  std::cout << command_line(invocation) << '\n';
}
