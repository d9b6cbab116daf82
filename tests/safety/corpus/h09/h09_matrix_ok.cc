// Rows are views that live no longer than the statement.
// oracle: clean
#include <cstddef>
#include <iostream>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

namespace [[hull::safe]] app {
class Matrix {
 public:
  Matrix(std::size_t rows, std::size_t columns) : rows_(rows), columns_(columns), cells_(rows * columns) {}
  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  double& at(std::size_t row, std::size_t column) { return cells_.at(row * columns_ + column); }
  double at(std::size_t row, std::size_t column) const { return cells_.at(row * columns_ + column); }
  std::span<const double> row(std::size_t row) const {
    return std::span<const double>(cells_).subspan(row * columns_, columns_);
  }

 private:
  std::size_t rows_, columns_;
  std::vector<double> cells_;
};

Matrix multiply(const Matrix& a, const Matrix& b) {
  if (a.columns() != b.rows()) throw std::invalid_argument("shapes");
  Matrix product(a.rows(), b.columns());
  for (std::size_t i = 0; i < a.rows(); ++i) {
    for (std::size_t j = 0; j < b.columns(); ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < a.columns(); ++k) sum += a.at(i, k) * b.at(k, j);
      product.at(i, j) = sum;
    }
  }
  return product;
}

double total(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Matrix a(2, 2), b(2, 2);
  a.at(0, 0) = 1;
  b.at(0, 0) = 2;
  const Matrix c = multiply(a, b);
  std::cout << total(c.row(0)) << '\n';
  return 0;
}
