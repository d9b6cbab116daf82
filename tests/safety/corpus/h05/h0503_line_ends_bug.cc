// What ends a line is taken off, unless it does not end so, also where there is nothing.
// oracle: debug
#include <cstdio>
#include <string>
#include <string_view>

static std::string without_marks(std::string_view line) {
  std::string plain;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '#') continue;
    plain += line[i];
  }
  return plain;
}

static std::string bare(std::string_view line) {
  std::string plain = without_marks(line);
  if (plain.empty() && !plain.ends_with('.')) plain.pop_back();  // expect: H0503
  return plain;
}

int main() {
  std::printf("%zu %zu\n", bare("## a \n").size(), bare("").size());
  return 0;
}
