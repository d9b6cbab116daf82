// The loop compares with the end that the vector has now.
// oracle: clean

#include <cstdio>
#include <vector>

struct Cell {
  int x;
  int y;
  int neighbours;
};

class Colony {
 public:
  void settle(int x, int y, int neighbours) { cells_.push_back({x, y, neighbours}); }

  int step() {
    int died = 0;
    for (auto cell = cells_.begin(); cell != cells_.end();) {
      if (cell->neighbours < 2 || cell->neighbours > 3) {
        cell = cells_.erase(cell);
        ++died;
      } else {
        cell->neighbours = (cell->neighbours * 7 + cell->x + cell->y) % 5;
        ++cell;
      }
    }
    return died;
  }

  std::size_t size() const { return cells_.size(); }

 private:
  std::vector<Cell> cells_;
};

int main() {
  Colony colony;
  for (int i = 0; i < 9; ++i) colony.settle(i % 3, i / 3, i % 5);
  const int died = colony.step() + colony.step();
  std::printf("%d died, %zu live\n", died, colony.size());
}
