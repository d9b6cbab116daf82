// A number that does not parse throws past the delete.
// oracle: lsan

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

struct Trade {
  std::string symbol;
  int quantity = 0;
};

int ParseQuantity(const std::string& text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') throw std::invalid_argument("quantity: " + text);
    value = value * 10 + (c - '0');
  }
  return value;
}

class Book {
 public:
  void Add(const std::string& line) {
    auto comma = line.find(',');
    auto* trade = new Trade;  // expect: H0107
    trade->symbol = line.substr(0, comma);
    trade->quantity = ParseQuantity(line.substr(comma + 1));
    total_ += trade->quantity;
    symbols_.push_back(trade->symbol);
    delete trade;
  }

  int total() const { return total_; }

 private:
  std::vector<std::string> symbols_;
  int total_ = 0;
};

int main() {
  Book book;
  for (const char* line : {"ACME,100", "INIT,2x", "CORP,50"}) {
    try {
      book.Add(line);
    } catch (const std::invalid_argument& error) {
      std::printf("skipped: %s\n", error.what());
    }
  }
  std::printf("%d\n", book.total());
}
