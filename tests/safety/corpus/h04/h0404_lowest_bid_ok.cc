// The position of a bound was compared with the beginning before what is there is read.
// oracle: clean
#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

struct Book {
  std::vector<int> bids;
  int best_at_most(int limit) const {
    const auto found = std::lower_bound(bids.begin(), bids.end(), limit, std::greater<int>());
    if (!bids.empty() && found == bids.begin()) return *found;
    return found == bids.end() ? -1 : *found;
  }
};

int main() {
  const Book book{{9, 7, 3}};
  std::printf("%d %d %d\n", book.best_at_most(10), book.best_at_most(8), book.best_at_most(2));
  return book.best_at_most(10) == 9 && book.best_at_most(2) == -1 ? 0 : 1;
}
