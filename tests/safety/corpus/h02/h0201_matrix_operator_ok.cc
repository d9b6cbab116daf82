// The sum is returned by value.
// oracle: clean

#include <array>
#include <cstdio>

class Matrix {
 public:
  Matrix() = default;
  explicit Matrix(std::array<double, 4> cells) : cells_(cells) {}

  Matrix& operator+=(const Matrix& other) {
    for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i] += other.cells_[i];
    return *this;
  }

  double trace() const { return cells_[0] + cells_[3]; }

 private:
  std::array<double, 4> cells_{};
};

Matrix operator+(const Matrix& left, const Matrix& right) {
  Matrix sum = left;
  sum += right;
  return sum;
}

int main() {
  const Matrix identity({1, 0, 0, 1});
  const Matrix shear({1, 2, 0, 1});
  Matrix total;
  for (int i = 0; i < 3; ++i) total = total + shear;
  std::printf("%.1f\n", (total + identity).trace());
}
