// Without a free seat the guest goes to the waiting list.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

struct Seat {
  int number;
  std::string guest;
  bool free() const { return guest.empty(); }
};

class Row {
 public:
  explicit Row(int seats) {
    for (int number = 1; number <= seats; ++number) seats_.push_back({number, ""});
  }

  int assign(const std::string& guest) {
    auto seat = std::find_if(seats_.begin(), seats_.end(), [](const Seat& s) { return s.free(); });
    if (seat == seats_.end()) {
      waiting_.push_back(guest);
      return 0;
    }
    seat->guest = guest;
    return seat->number;
  }

  std::size_t waiting() const { return waiting_.size(); }

 private:
  std::vector<Seat> seats_;
  std::vector<std::string> waiting_;
};

int main() {
  Row row(2);
  int sum = 0;
  for (const char* guest : {"ada", "bob", "cyd"}) sum += row.assign(guest);
  std::printf("%d %zu\n", sum, row.waiting());
}
