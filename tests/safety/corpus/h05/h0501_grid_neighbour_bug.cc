// The neighbour below a cell of the last row is outside of the vector.
// oracle: debug

#include <cstdio>
#include <vector>

class Heightmap {
 public:
  Heightmap(int width, int height)
      : width_(width), height_(height), cells_(static_cast<std::size_t>(width * height)) {}

  void set(int x, int y, int value) { cells_[index(x, y)] = value; }

  int slope(int x, int y) const {
    const int here = cells_[index(x, y)];
    const int right = x + 1 < width_ ? cells_[index(x + 1, y)] : here;
    const int below = y < height_ ? cells_[index(x, y + 1)] : here;  // expect: H0501
    return (right - here) + (below - here);
  }

 private:
  std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * width_ + x); }

  int width_;
  int height_;
  std::vector<int> cells_;
};

int main() {
  Heightmap map(5, 3);
  for (int x = 0; x < 5; ++x) {
    for (int y = 0; y < 3; ++y) map.set(x, y, x * y);
  }
  std::printf("%d %d\n", map.slope(1, 1), map.slope(4, 2));
}
