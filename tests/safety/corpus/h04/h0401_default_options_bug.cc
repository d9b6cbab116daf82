// The options default to null, and the branch for wide tables reads them without asking.
// oracle: asan

#include <cstdio>
#include <string>
#include <vector>

struct RenderOptions {
  char separator = '|';
  bool header = true;
  int max_width = 20;
};

using Row = std::vector<std::string>;

std::string RenderRow(const Row& row, const RenderOptions* options = nullptr) {
  std::string line;
  std::size_t width = 0;
  for (const auto& cell : row) width += cell.size() + 1;
  char separator = options ? options->separator : '|';
  for (const auto& cell : row) {
    if (width > 24) {
      line += cell.substr(0, options->max_width / row.size());  // expect: H0401
    } else {
      line += cell;
    }
    line += separator;
  }
  return line;
}

int main() {
  RenderOptions tabs{'\t', false, 40};
  std::printf("%s\n", RenderRow({"id", "name"}).c_str());
  std::printf("%s\n", RenderRow({"4711", "a rather long description"}, &tabs).c_str());
  std::printf("%s\n", RenderRow({"4712", "another quite long description"}).c_str());
}
