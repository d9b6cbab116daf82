// The last character is looked at only if there is one.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

class CsvWriter {
 public:
  void row(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) {
      if (cell.empty()) continue;
      line += cell;
      line += ',';
    }
    if (!line.empty()) line.pop_back();
    text_ += line + "\n";
    ++rows_;
  }

  int rows() const { return rows_; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  int rows_ = 0;
};

int main() {
  CsvWriter writer;
  writer.row({"name", "born", "field"});
  writer.row({"Ada", "1815", "analysis"});
  writer.row({"", "", ""});
  std::cout << writer.text() << writer.rows() << " rows\n";
}
