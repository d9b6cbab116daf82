// The row's cells are moved out through the reference of the loop and then counted through it.
// oracle: assert

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

struct Row {
  std::string label;
  std::vector<int> cells;
};

class Report {
 public:
  void collect(std::vector<Row>& rows) {
    for (Row& row : rows) {
      if (row.cells.empty()) continue;
      archived_.push_back(std::move(row.cells));
      total_ += row.cells.size();  // expect: H0101
    }
    rows.clear();
  }

  std::size_t total() const { return total_; }

 private:
  std::vector<std::vector<int>> archived_;
  std::size_t total_ = 0;
};

int main() {
  std::vector<Row> rows = {{"a", {1, 2}}, {"b", {}}, {"c", {3}}};
  Report report;
  report.collect(rows);
  assert(report.total() == 3);
}
