// The winner points to the loop's own copy of a bid when the loop is left with break.
// oracle: asan

#include <iostream>
#include <map>
#include <string>

struct Bid {
  std::string bidder;
  long cents;
};

class Auction {
 public:
  explicit Auction(long reserve) : reserve_(reserve) {}

  void bid(int lot, std::string bidder, long cents) { bids_.emplace(lot, Bid{std::move(bidder), cents}); }

  std::string first_over_reserve(int lot) const {
    const Bid* winner = nullptr;
    const auto [begin, end] = bids_.equal_range(lot);
    for (auto at = begin; at != end; ++at) {
      const Bid bid = at->second;
      if (bid.cents < reserve_) continue;
      winner = &bid;
      break;
    }
    if (winner == nullptr) return "nobody";
    return winner->bidder;  // expect: H0204
  }

 private:
  long reserve_;
  std::multimap<int, Bid> bids_;
};

int main() {
  Auction auction(5000);
  auction.bid(7, "the gentleman in the third row", 4000);
  auction.bid(7, "the lady at the telephone over there", 6500);
  auction.bid(8, "somebody else", 9000);
  std::cout << auction.first_over_reserve(7) << '\n' << auction.first_over_reserve(9) << '\n';
}
