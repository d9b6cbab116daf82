// The window is asked for inside of the edges only.
// oracle: clean
#include <array>
#include <cstdio>

constexpr int kSize = 6;
using Grid = std::array<std::array<int, kSize>, kSize>;

static int around(const Grid& grid, int row, int column) {
  int sum = 0;
  for (int dy = -1; dy <= 1; ++dy) {
    for (int dx = -1; dx <= 1; ++dx) {
      sum += grid[row + dy][column + dx];
    }
  }
  return sum;
}

static int smooth(const Grid& grid) {
  int total = 0;
  for (int row = 1; row < kSize - 1; ++row) {
    for (int column = 1; column < kSize - 1; ++column) total += around(grid, row, column) / 9;
  }
  return total;
}

int main() {
  Grid grid{};
  grid[2][3] = 18;
  std::printf("%d\n", smooth(grid));
  return 0;
}
