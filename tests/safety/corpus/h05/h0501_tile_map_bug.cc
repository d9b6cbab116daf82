// The row is taken for the column when the cell's index is computed.
// oracle: debug
#include <cstdio>
#include <vector>

class TileMap {
 public:
  TileMap(std::size_t width, std::size_t height) : width_(width), height_(height), tiles_(width * height) {}

  void set(std::size_t column, std::size_t row, char tile) {
    tiles_[column * width_ + row] = tile;  // expect: H0501
    ++painted_;
  }
  bool inside(std::size_t column, std::size_t row) const { return column < width_ && row < height_; }
  int painted() const { return painted_; }

 private:
  std::size_t width_;
  std::size_t height_;
  std::vector<char> tiles_;
  int painted_ = 0;
};

int main() {
  TileMap map(12, 4);
  if (map.inside(3, 2)) map.set(3, 2, '#');
  if (map.inside(11, 3)) map.set(11, 3, '~');
  std::printf("%d\n", map.painted());
}
