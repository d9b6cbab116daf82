// open() moves the vector into the member before it takes iterators.
// oracle: clean

#include <cstdio>
#include <string>
#include <vector>

class Cursor {
 public:
  bool open(const std::string& table) {
    std::vector<int> rows = load(table);
    if (rows.empty()) return false;
    rows_ = std::move(rows);
    at_ = rows_.cbegin();
    end_ = rows_.cend();
    return true;
  }

  bool step(int& row) {
    if (at_ == end_) return false;
    row = *at_++;
    return true;
  }

 private:
  static std::vector<int> load(const std::string& table) {
    std::vector<int> rows;
    for (char c : table) rows.push_back(c - 'a');
    return rows;
  }

  std::vector<int> rows_;
  std::vector<int>::const_iterator at_{};
  std::vector<int>::const_iterator end_{};
};

int main() {
  Cursor cursor;
  if (!cursor.open("customers")) return 1;
  int sum = 0;
  for (int row = 0; cursor.step(row);) sum += row;
  std::printf("%d\n", sum);
}
