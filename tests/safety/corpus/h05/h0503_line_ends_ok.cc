// What ends a line is taken off, from what may be nothing else.
// oracle: clean
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
  while (plain.ends_with('\n') || plain.ends_with(' ')) plain.pop_back();
  return plain;
}

int main() {
  std::printf("%zu %zu\n", bare("## a \n").size(), bare("").size());
  return 0;
}
