// open() keeps iterators of a vector that dies when it returns.
// oracle: asan

#include <cstdio>
#include <string>
#include <vector>

class Cursor {
 public:
  bool open(const std::string& table) {
    std::vector<int> rows = load(table);
    if (rows.empty()) return false;
    at_ = rows.cbegin();  // expect?: H0202
    end_ = rows.cend();   // expect?: H0202
    return true;
  }

  bool step(int& row) {
    if (at_ == end_) return false;
    row = *at_++;  // expect?: H0202
    return true;
  }

 private:
  static std::vector<int> load(const std::string& table) {
    std::vector<int> rows;
    for (char c : table) rows.push_back(c - 'a');
    return rows;
  }

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
