// The lambda promises a reference, but key() returns its string by value.
// oracle: asan

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

class Row {
 public:
  Row(std::string region, int number) : region_(std::move(region)), number_(number) {}
  std::string key() const { return region_ + "/" + std::to_string(number_); }

 private:
  std::string region_;
  int number_;
};

template <typename Key>
std::vector<Row> sorted_by(std::vector<Row> rows, Key key) {
  std::sort(rows.begin(), rows.end(), [&key](const Row& a, const Row& b) {
    const std::string& left = key(a);
    const std::string& right = key(b);
    return left < right;
  });
  return rows;
}

int main() {
  std::vector<Row> rows;
  rows.emplace_back("South-East of the second district", 7);
  rows.emplace_back("North-West of the first district", 3);
  rows.emplace_back("North-West of the first district", 1);

  const auto key = [](const Row& row) -> const std::string& {
    return row.key();  // expect: H0201
  };
  rows = sorted_by(std::move(rows), key);
  std::printf("%s\n", rows.front().key().c_str());
}
