// There is one level more than was made room for.
// oracle: asan
#include <algorithm>
#include <cstdio>
#include <vector>

class RangeMinimum {
 public:
  explicit RangeMinimum(const std::vector<int>& values) {
    std::size_t levels = 0;
    while ((std::size_t{1} << (levels + 1)) <= values.size()) ++levels;
    table_.resize(levels);
    table_[0] = values;
    for (std::size_t level = 1; level <= levels; ++level) {
      std::size_t half = std::size_t{1} << (level - 1);
      table_[level].resize(values.size());  // expect: H0502
      for (std::size_t i = 0; i + 2 * half <= values.size(); ++i) {
        table_[level][i] = std::min(table_[level - 1][i], table_[level - 1][i + half]);
      }
    }
  }
  std::size_t levels() const { return table_.size(); }

 private:
  std::vector<std::vector<int>> table_;
};

int main() {
  RangeMinimum minimum({5, 2, 8, 1, 9, 3});
  std::printf("%zu\n", minimum.levels());
  return 0;
}
