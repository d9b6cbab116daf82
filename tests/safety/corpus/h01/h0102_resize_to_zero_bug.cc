// resize(0) frees the cells and keeps the pointer, and the destructor frees them again.
// oracle: asan

#include <cstddef>
#include <cstdio>

class Grid {
 public:
  Grid(std::size_t columns, std::size_t rows) { resize(columns, rows); }
  Grid(const Grid&) = delete;
  Grid& operator=(const Grid&) = delete;
  ~Grid() {
    delete[] cells_;  // expect?: H0102
  }

  void resize(std::size_t columns, std::size_t rows) {
    delete[] cells_;  // expect?: H0102
    columns_ = columns;
    rows_ = rows;
    if (columns == 0 || rows == 0) return;
    cells_ = new int[columns * rows]();
  }

  void mark(std::size_t column, std::size_t row) {
    if (column < columns_ && row < rows_) ++cells_[row * columns_ + column];
  }

  int marks() const {
    int sum = 0;
    for (std::size_t i = 0; i < columns_ * rows_; ++i) sum += cells_[i];
    return sum;
  }

 private:
  int* cells_ = nullptr;
  std::size_t columns_ = 0;
  std::size_t rows_ = 0;
};

int main() {
  Grid grid(4, 3);
  grid.mark(1, 1);
  grid.mark(9, 9);
  int marks = grid.marks();
  grid.resize(0, 0);
  std::printf("%d -> %d\n", marks, grid.marks());
}
