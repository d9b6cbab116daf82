// The loop ends before the number of rows.
// oracle: clean

#include <cstdio>
#include <string>
#include <vector>

class Report {
 public:
  void add(std::string name, double amount) { rows_.push_back({std::move(name), amount}); }

  double subtotal(std::size_t from, std::size_t count) const {
    double sum = 0;
    std::size_t to = from + count;
    if (to > rows_.size()) to = rows_.size();
    for (std::size_t i = from; i < to; ++i) {
      sum += rows_[i].amount;
    }
    return sum;
  }

  std::size_t size() const { return rows_.size(); }

 private:
  struct Row {
    std::string name;
    double amount;
  };
  std::vector<Row> rows_;
};

int main() {
  Report report;
  for (int month = 1; month <= 12; ++month) report.add("month " + std::to_string(month), month * 1.5);
  double total = 0;
  for (std::size_t from = 0; from < report.size(); from += 5) total += report.subtotal(from, 5);
  std::printf("%.1f\n", total);
}
