// The row is the caller's.
// oracle: clean

#include <iostream>
#include <string>
#include <tuple>
#include <vector>

using Row = std::tuple<int, std::string, double>;

class Table {
 public:
  void insert(int id, std::string name, double price) { rows_.emplace_back(id, std::move(name), price); }

  const std::string& name_of_cheapest(double at_least) const {
    const Row* best = &nothing_;
    for (const Row& row : rows_) {
      if (std::get<double>(row) < at_least) continue;
      if (std::get<int>(*best) == 0 || std::get<double>(row) < std::get<double>(*best)) best = &row;
    }
    return std::get<std::string>(*best);
  }

 private:
  std::vector<Row> rows_;
  Row nothing_{0, "nothing that is for sale in this shop", 0};
};

int main() {
  Table table;
  table.insert(1, "a lamp made of recycled glass bottles", 39.5);
  table.insert(2, "a chair that folds in a surprising way", 25);
  std::cout << table.name_of_cheapest(20) << '\n' << table.name_of_cheapest(100) << '\n';
}
