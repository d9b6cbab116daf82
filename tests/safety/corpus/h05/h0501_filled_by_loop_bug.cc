// The table of lengths is read before the loop that fills it.
// oracle: debug

#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

struct Column {
  std::string title;
  std::vector<int> cells;
};

int total(const int* values, const std::size_t* lengths, std::size_t count) {
  int sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += values[i] * static_cast<int>(lengths[i]);
  return sum;
}

int weigh(const std::vector<Column>& columns) {
  std::vector<int> firsts;
  std::vector<std::size_t> lengths;
  const std::size_t& longest = lengths[0];  // expect: H0501
  for (const Column& column : columns) {
    firsts.push_back(column.cells.empty() ? 0 : column.cells.front());
    lengths.push_back(column.cells.size());
  }
  return total(&firsts[0], &lengths[0], columns.size()) + static_cast<int>(longest);
}

int main() {
  const std::vector<Column> columns{{"height", {3, 4}}, {"width", {5}}};
  std::printf("%d\n", weigh(columns));
}
