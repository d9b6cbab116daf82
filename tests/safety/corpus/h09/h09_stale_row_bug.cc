// A row is looked up, a helper two calls away reorganizes the table, and the row is used.
// oracle: asan
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace [[hull::safe]] app {
class Table {
 public:
  std::vector<std::string>& row(int key) { return rows_[key]; }
  void compact() {
    std::map<int, std::vector<std::string>> kept;
    for (auto& [key, row] : rows_) { if (row.size() > 1) kept[key] = row; }
    rows_ = kept;
  }
 private:
  std::map<int, std::vector<std::string>> rows_;
};
class Service {
 public:
  void put(int key, std::string value) {
    std::vector<std::string>& row = table_.row(key);
    row.push_back(std::move(value));
    maintain();
    std::cout << row.size() << '\n';  // expect: H0302
  }
 private:
  void maintain() { if (++puts_ % 2 == 0) table_.compact(); }
  Table table_;
  int puts_ = 1;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Service service;
  service.put(1, "x");
}
