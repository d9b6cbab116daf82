// The row has three bytes for each pixel.
// oracle: clean
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

struct Rgb {
  std::uint8_t r, g, b;
};

static std::vector<std::uint8_t> make_row(std::size_t width) { return std::vector<std::uint8_t>(width * 3); }

static void put(std::vector<std::uint8_t>& row, std::size_t x, Rgb color) {
  row[x * 3] = color.r;
  row[x * 3 + 1] = color.g;
  row[x * 3 + 2] = color.b;
}

int main() {
  std::vector<std::uint8_t> row = make_row(4);
  put(row, 0, {255, 0, 0});
  put(row, 2, {0, 255, 0});
  std::printf("%zu\n", row.size());
  return 0;
}
