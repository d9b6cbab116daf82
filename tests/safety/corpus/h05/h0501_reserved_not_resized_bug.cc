// The vector has room reserved for the columns, but no elements to index.
// oracle: debug

#include <cstdio>
#include <string>
#include <vector>

class Table {
 public:
  explicit Table(std::size_t columns) { widths_.reserve(columns); }

  void add_row(const std::vector<std::string>& cells) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const std::size_t width = cells[column].size() + 2;
      if (widths_[column] < width) widths_[column] = width;  // expect: H0501
    }
    ++rows_;
  }

  std::size_t width() const {
    std::size_t sum = 0;
    for (std::size_t width : widths_) sum += width;
    return sum;
  }

 private:
  std::vector<std::size_t> widths_;
  int rows_ = 0;
};

int main() {
  Table table(3);
  table.add_row({"name", "size", "date"});
  table.add_row({"README.md", "4162", "2024-11-23"});
  std::printf("%zu wide\n", table.width());
}
