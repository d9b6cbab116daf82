// The ref_view is made to refer to a vector of the loop's body and walked over after the loop.
// oracle: asan

#include <cstdio>
#include <ranges>
#include <vector>

using Row = std::vector<int>;

Row difference(const Row& row) {
  Row result;
  for (std::size_t i = 1; i < row.size(); ++i) result.push_back(row[i] - row[i - 1]);
  return result;
}

bool all_zero(const Row& row) {
  for (int value : row) {
    if (value != 0) return false;
  }
  return true;
}

long extrapolate(const Row& start) {
  std::vector<Row> rows = {start};
  std::ranges::ref_view<const Row> last(start);
  rows.reserve(16);
  while (rows.size() < 16 && !all_zero(rows.back())) {
    const Row row = difference(rows.back());
    last = std::ranges::ref_view<const Row>(row);
    rows.push_back(row);
  }
  long sum = 0;
  for (int value : last | std::views::reverse) sum = sum * 2 + value;  // expect: H0204
  return sum + static_cast<long>(rows.size());
}

int main() { std::printf("%ld\n", extrapolate({1, 4, 9, 16, 25})); }
