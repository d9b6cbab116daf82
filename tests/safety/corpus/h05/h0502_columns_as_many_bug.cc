// As many columns as there are widths are printed, and one more.
// oracle: debug

#include <cstdio>
#include <string>
#include <vector>

class Table {
 public:
  void widen(const std::string& cell) { widths_.push_back(static_cast<int>(cell.size()) + 1); }
  int print(const std::vector<std::string>& row) const {
    const std::size_t columns = row.size();
    if (widths_.size() != columns) return 0;
    int printed = 0;
    for (std::size_t column = 0; column <= columns; ++column) {
      if (column > 0) printed += std::printf("|");
      printed += widths_[column];  // expect?: H0502
    }
    return printed;
  }

 private:
  std::vector<int> widths_;
};

int main() {
  Table table;
  table.widen("name");
  table.widen("price");
  std::printf("\n%d\n", table.print({"tea", "2"}));
}
