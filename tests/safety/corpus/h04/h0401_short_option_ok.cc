// An option begins with one dash; two begin a long one, which has an entry in the table.
// oracle: clean
#include <cstdio>
#include <map>
#include <string>
#include <string_view>

struct Option {
  int values = 0;
};

static std::map<std::string_view, Option> table() { return {{"size", {1}}, {"name", {2}}}; }

static int values_of(std::string_view word) {
  static const std::map<std::string_view, Option> known = table();
  const Option* option = nullptr;
  if (word.size() > 2 && word[0] == '-' && word[1] == '-') {
    const auto found = known.find(word.substr(2));
    if (found == known.end()) return -1;
    option = &found->second;
  }
  if (word.size() > 1 && word[0] == '-' && word[1] != '-') return 0;
  return option ? option->values : -1;
}

int main() {
  std::printf("%d %d %d\n", values_of("--size"), values_of("-v"), values_of("file"));
  return 0;
}
