// The cell is indexed by row first.
// oracle: clean

#include <cstdio>

class Board {
 public:
  static constexpr int rows = 6;
  static constexpr int columns = 9;

  bool drop(int column, char player) {
    for (int row = rows - 1; row >= 0; --row) {
      char& cell = cells_[row][column];
      if (cell != '\0') continue;
      cell = player;
      ++moves_;
      return true;
    }
    return false;
  }

  int moves() const { return moves_; }

 private:
  char cells_[rows][columns] = {};
  int moves_ = 0;
};

int main() {
  Board board;
  const int columns[] = {3, 3, 4, 8, 0};
  char player = 'x';
  for (int column : columns) {
    if (!board.drop(column, player)) return 1;
    player = player == 'x' ? 'o' : 'x';
  }
  std::printf("%d moves\n", board.moves());
}
