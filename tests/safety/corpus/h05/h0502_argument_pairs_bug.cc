// Options come in pairs, and the last one has no value.
// oracle: asan
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <vector>

static std::map<std::string, std::string> parse(int count, char** arguments) {
  std::map<std::string, std::string> options;
  for (int i = 1; i < count; i += 2) {
    options[arguments[i]] = arguments[i + 1];  // expect: H0502
  }
  return options;
}

int main() {
  char program[] = "tool", name[] = "--name", value[] = "x", level[] = "--level";
  std::vector<char*> arguments = {program, name, value, level};
  std::printf("%zu\n", parse(static_cast<int>(arguments.size()), arguments.data()).size());
  return 0;
}
