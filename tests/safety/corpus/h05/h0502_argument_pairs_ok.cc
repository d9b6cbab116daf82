// An option without a value is not read.
// oracle: clean
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <vector>

static std::map<std::string, std::string> parse(int count, char** arguments) {
  std::map<std::string, std::string> options;
  for (int i = 1; i + 1 < count; i += 2) {
    options[arguments[i]] = arguments[i + 1];
  }
  return options;
}

int main() {
  char program[] = "tool", name[] = "--name", value[] = "x", level[] = "--level";
  std::vector<char*> arguments = {program, name, value, level};
  std::printf("%zu\n", parse(static_cast<int>(arguments.size()), arguments.data()).size());
  return 0;
}
