// The header row is written through a reference after rows were added.
// oracle: asan
#include <cstdio>
#include <string>
#include <vector>

struct Row {
  std::vector<std::string> cells;
  int height = 1;
};

class Sheet {
 public:
  Row& add_row() {
    rows_.emplace_back();
    return rows_.back();
  }
  Row& row(std::size_t index) { return rows_[index]; }

 private:
  std::vector<Row> rows_;
};

int main() {
  Sheet sheet;
  Row& header = sheet.add_row();
  header.cells = {"name", "price"};
  for (int i = 0; i < 5; ++i) {
    Row& line = sheet.add_row();
    line.cells.push_back(std::to_string(i));
  }
  header.height = 2;  // expect: H0302
  std::printf("%d\n", sheet.row(0).height);
  return 0;
}
