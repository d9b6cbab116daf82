// The pieces are views of the caller's text.
// oracle: clean

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  std::string_view rest = text;
  while (true) {
    const auto end = rest.find(separator);
    pieces.push_back(rest.substr(0, end));
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return pieces;
}

class CsvRow {
 public:
  explicit CsvRow(std::string line) : line_(std::move(line)) {}

  int filled() const {
    int count = 0;
    for (std::string_view cell : split(line_, ';')) {
      if (!cell.empty() && cell != "NULL") ++count;
    }
    return count;
  }

 private:
  std::string line_;
};

int main() {
  const CsvRow row("1815-12-10;Ada;NULL;Lovelace;;London, Marylebone");
  std::printf("%d cells\n", row.filled());
}
