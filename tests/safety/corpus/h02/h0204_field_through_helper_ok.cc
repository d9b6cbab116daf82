// The view is used in the loop.
// oracle: clean

#include <cstdio>
#include <sstream>
#include <string>
#include <string_view>

std::string_view field(std::string_view row, int index) {
  while (index-- > 0) {
    const auto comma = row.find(',');
    if (comma == std::string_view::npos) return {};
    row.remove_prefix(comma + 1);
  }
  return row.substr(0, row.find(','));
}

long parse(std::string_view digits) {
  long value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

long last_total(const std::string& file) {
  std::istringstream in(file);
  std::string_view total;
  long result = 0;
  do {
    std::string row;
    std::getline(in, row);
    const std::string_view column = field(row, 3);
    if (!column.empty()) total = column;
    if (!column.empty()) result = parse(total);
  } while (in);
  return result;
}

int main() {
  const std::string file = "2024-01-31,monthly,accounts,1200,EUR\n2024-02-29,monthly,accounts,1350,EUR\n";
  std::printf("%ld\n", last_total(file));
}
