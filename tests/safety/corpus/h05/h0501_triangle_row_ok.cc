// Each row has room for its last number.
// oracle: clean
#include <cstdio>
#include <vector>

std::vector<std::vector<int>> triangle(int rows) {
  std::vector<std::vector<int>> result;
  for (int row = 0; row < rows; ++row) {
    std::vector<int> numbers(static_cast<std::size_t>(row) + 1, 1);
    for (int i = 1; i < row; ++i) {
      numbers[static_cast<std::size_t>(i)] = result[static_cast<std::size_t>(row) - 1][static_cast<std::size_t>(i) - 1];
    }
    numbers[static_cast<std::size_t>(row)] = 1;
    result.push_back(numbers);
  }
  return result;
}

int main() {
  const auto rows = triangle(5);
  std::printf("%zu\n", rows.back().size());
}
