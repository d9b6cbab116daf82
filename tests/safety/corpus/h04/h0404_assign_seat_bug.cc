// No seat in the row is free, so find_if gives end(), and the guest is put on it.
// oracle: debug

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
    seat->guest = guest;  // expect: H0404
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
