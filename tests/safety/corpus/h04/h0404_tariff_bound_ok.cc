// What is above the last bracket costs as much as the last bracket.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <vector>

struct Bracket {
  int up_to_grams;
  int cents;
};

class Tariff {
 public:
  explicit Tariff(std::vector<Bracket> brackets) : brackets_(std::move(brackets)) {
    std::sort(brackets_.begin(), brackets_.end(),
              [](const Bracket& a, const Bracket& b) { return a.up_to_grams < b.up_to_grams; });
  }

  int price(int grams) const {
    if (brackets_.empty()) return 0;
    auto bracket =
        std::lower_bound(brackets_.begin(), brackets_.end(), grams,
                         [](const Bracket& candidate, int wanted) { return candidate.up_to_grams < wanted; });
    if (bracket == brackets_.end()) bracket = std::prev(bracket);
    return bracket->cents;
  }

 private:
  std::vector<Bracket> brackets_;
};

int main() {
  Tariff letters({{500, 180}, {20, 95}, {50, 110}});
  int total = 0;
  for (int grams : {18, 50, 700}) total += letters.price(grams);
  std::printf("%d cents\n", total);
}
