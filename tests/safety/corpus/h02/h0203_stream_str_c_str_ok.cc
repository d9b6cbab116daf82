// The copy is kept.
// oracle: clean

#include <cstring>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>

class Table {
 public:
  Table& row(const std::string& name, double value) {
    out_ << std::left << std::setw(24) << name << std::right << std::setw(10) << value << '\n';
    ++rows_;
    return *this;
  }

  int longest_line() const {
    const std::string kept = out_.str();
    const char* text = kept.c_str();
    int longest = 0;
    while (const char* end = std::strchr(text, '\n')) {
      if (end - text > longest) longest = static_cast<int>(end - text);
      text = end + 1;
    }
    return longest;
  }

 private:
  std::ostringstream out_;
  int rows_ = 0;
};

int main() {
  Table table;
  table.row("from nothing", 12.75).row("nothing changed", 0.03).row("a header that all include", 4.5);
  std::cout << table.longest_line() << '\n';
}
