// charge() asks has_limit() of the card whose limit it takes.
// oracle: clean

#include <cstdio>
#include <optional>
#include <string>

class Card {
 public:
  explicit Card(std::string holder, std::optional<long> limit = {})
      : holder_(std::move(holder)), limit_(limit) {}

  bool has_limit() const { return limit_.has_value(); }

  // Only for cards that have a limit.
  long limit() const { return *limit_; }

  bool charge(long cents) {
    if (has_limit() && spent_ + cents > *limit_) return false;
    spent_ += cents;
    return true;
  }

  long spent() const { return spent_; }

 private:
  std::string holder_;
  std::optional<long> limit_;
  long spent_ = 0;
};

long headroom(const Card& first, const Card& second) {
  long room = 0;
  if (first.has_limit()) room += first.limit() - first.spent();
  if (second.has_limit()) room += second.limit() - second.spent();
  return room;
}

int main() {
  Card partner("ada", 500'00);
  Card family("ada & bob");
  partner.charge(120'00);
  family.charge(900'00);
  std::printf("%ld\n", headroom(partner, family));
}
