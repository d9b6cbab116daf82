// Each pixel takes three bytes from a row that was made for two.
// oracle: asan
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

struct Rgb {
  std::uint8_t r, g, b;
};

static std::vector<std::uint8_t> make_row(std::size_t width) { return std::vector<std::uint8_t>(width * 2); }

static void put(std::vector<std::uint8_t>& row, std::size_t x, Rgb color) {
  row[x * 3] = color.r;
  row[x * 3 + 1] = color.g;  // expect?: H0501
  row[x * 3 + 2] = color.b;  // expect?: H0501
}

int main() {
  std::vector<std::uint8_t> row = make_row(4);
  put(row, 0, {255, 0, 0});
  put(row, 2, {0, 255, 0});
  std::printf("%zu\n", row.size());
  return 0;
}
