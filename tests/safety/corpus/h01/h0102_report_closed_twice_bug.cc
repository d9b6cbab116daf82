// A report that cannot be written is closed where that shows, and again by who opened it.
// oracle: asan

#include <cstdio>
#include <vector>

namespace {

struct Line {
  const char* item;
  int price;
};

bool write_lines(std::FILE* out, const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    if (line.price < 0) {
      std::fclose(out);
      return false;
    }
    std::fprintf(out, "%s %d\n", line.item, line.price);
  }
  return true;
}

bool write_report(const std::vector<Line>& lines) {
  std::FILE* out = std::tmpfile();
  if (!out) return false;
  const bool written = write_lines(out, lines);
  return std::fclose(out) == 0 && written;  // expect: H0102
}

}  // namespace

int main() { std::printf("%d\n", write_report({{"bread", 3}, {"milk", -2}}) ? 1 : 0); }
