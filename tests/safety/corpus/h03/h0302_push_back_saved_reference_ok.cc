// push_back of an element of the vector itself is fine, also when it grows.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

struct Row {
  std::string label;
  int height;
};

class Sheet {
 public:
  Sheet() { rows_.push_back({"a row as it is before somebody edits it", 12}); }

  void extend(std::size_t count) {
    while (count-- > 0) {
      rows_.push_back(rows_[0]);
    }
  }

  int height() const {
    int sum = 0;
    for (const Row& row : rows_) sum += row.height;
    return sum;
  }

 private:
  std::vector<Row> rows_;
};

int main() {
  Sheet sheet;
  sheet.extend(5);
  sheet.extend(20);
  std::cout << sheet.height() << '\n';
}
