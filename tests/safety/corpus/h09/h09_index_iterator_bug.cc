// Positions of a vector are kept in an index beside it, and the vector grows.
// oracle: asan
#include <iostream>
#include <unordered_map>
#include <vector>

namespace [[hull::safe]] app {
struct Row { int number = 0; };
class Table {
 public:
  void add(int key, Row value) {
    rows_.push_back(value);
    index_[key] = &rows_.back();  // expect: H0911
  }
  const Row* find(int key) const {
    const auto found = index_.find(key);
    return found == index_.end() ? nullptr : found->second;
  }
 private:
  std::vector<Row> rows_;
  std::unordered_map<int, Row*> index_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Table table;
  for (int i = 0; i < 20; ++i) table.add(i, Row{i});
  if (const Row* row = table.find(0)) std::cout << row->number << '\n';
}
