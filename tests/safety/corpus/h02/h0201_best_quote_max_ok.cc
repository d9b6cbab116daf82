// The quotes come in by reference, so std::max picks one of the caller's.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

struct Quote {
  std::string venue;
  double price;
  long quantity;
};

const Quote& better_bid(const Quote& left, const Quote& right) {
  return std::max(left, right, [](const Quote& a, const Quote& b) {
    if (a.price != b.price) return a.price < b.price;
    return a.quantity < b.quantity;
  });
}

class Consolidator {
 public:
  explicit Consolidator(std::vector<Quote> quotes) : quotes_(std::move(quotes)) {}

  std::string best_venue() const {
    std::string best = "nowhere";
    for (std::size_t i = 0; i + 1 < quotes_.size(); ++i) {
      const Quote& winner = better_bid(quotes_[i], quotes_[i + 1]);
      best = winner.venue;
    }
    return best;
  }

 private:
  std::vector<Quote> quotes_;
};

int main() {
  Consolidator book(
      {{"Frankfurt, electronic trading", 101.25, 300}, {"Berlin, the exchange for retail", 101.30, 50}});
  std::printf("best bid from %s\n", book.best_venue().c_str());
}
