// Rows and columns are swapped in the index of a matrix that is not square.
// oracle: asan
#include <cstdio>

constexpr int kRows = 3;
constexpr int kColumns = 5;

struct Matrix {
  double cells[kRows][kColumns] = {};
};

static void fill(Matrix& matrix) {
  for (int row = 0; row < kRows; ++row) {
    for (int column = 0; column < kColumns; ++column) {
      matrix.cells[row][column] = row * 10 + column;
    }
  }
}

static double trace_of_columns(const Matrix& matrix) {
  double total = 0;
  for (int column = 0; column < kColumns; ++column) {
    for (int row = 0; row < kRows; ++row) {
      total += matrix.cells[column][row];  // expect: H0501
    }
  }
  return total;
}

int main() {
  Matrix matrix;
  fill(matrix);
  std::printf("%f\n", trace_of_columns(matrix));
  return 0;
}
