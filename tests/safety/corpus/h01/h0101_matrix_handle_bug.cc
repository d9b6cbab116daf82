// The matrix has given its cells to the product, and its trace is then computed from nothing.
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <utility>

class Matrix {
 public:
  explicit Matrix(std::size_t order) : order_(order), cells_(new double[order * order]()) {
    for (std::size_t i = 0; i < order; ++i) at(i, i) = 1.0;
  }
  Matrix(Matrix&& other) noexcept : order_(other.order_), cells_(std::exchange(other.cells_, nullptr)) {}
  Matrix(const Matrix&) = delete;
  Matrix& operator=(const Matrix&) = delete;
  ~Matrix() { delete[] cells_; }

  double& at(std::size_t row, std::size_t column) { return cells_[row * order_ + column]; }

  double trace() const {
    double sum = 0;
    for (std::size_t i = 0; i < order_; ++i) sum += cells_[i * order_ + i];
    return sum;
  }

  void scale(double factor) {
    for (std::size_t i = 0; i < order_ * order_; ++i) cells_[i] *= factor;
  }

 private:
  std::size_t order_;
  double* cells_;
};

Matrix Scaled(Matrix matrix, double factor) {
  matrix.scale(factor);
  return matrix;
}

int main() {
  Matrix base(4);
  Matrix doubled = Scaled(std::move(base), 2.0);
  double before = base.trace();  // expect: H0101
  double after = doubled.trace();
  std::printf("trace %.1f -> %.1f\n", before, after);
}
