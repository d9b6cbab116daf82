// shared_ptr<char[]> deletes the array as an array.
// oracle: clean

#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <utility>

constexpr int kTile = 16;

using Tile = std::shared_ptr<char[]>;

class TileMap {
 public:
  void fill(int x, int y, char glyph) {
    Tile& tile = tiles_[{x, y}];
    if (!tile) {
      tile = Tile(new char[kTile * kTile]);
    }
    std::memset(tile.get(), glyph, kTile * kTile);
  }

  Tile share(int x, int y) const {
    auto found = tiles_.find({x, y});
    return found == tiles_.end() ? Tile() : found->second;
  }

  void forget() { tiles_.clear(); }

 private:
  std::map<std::pair<int, int>, Tile> tiles_;
};

int main() {
  TileMap map;
  map.fill(0, 0, '.');
  map.fill(1, 0, '#');
  Tile wall = map.share(1, 0);
  map.fill(1, 0, '+');
  std::printf("%c\n", wall.get()[5]);
  wall.reset();
  map.forget();
}
