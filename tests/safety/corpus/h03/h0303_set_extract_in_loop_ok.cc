// The set has its own loop, which takes the next position before it extracts.
// oracle: clean

#include <cstdio>
#include <set>

class Rooms {
 public:
  explicit Rooms(int count) {
    for (int room = 1; room <= count; ++room) free_.insert(room);
  }

  int book(int capacity) {
    int booked = 0;
    for (auto at = free_.begin(); at != free_.end();) {
      const auto room = at++;
      if (capacity_of(*room) < capacity) continue;
      taken_.insert(free_.extract(room));
      ++booked;
    }
    return booked;
  }

  std::size_t taken() const { return taken_.size(); }

 private:
  static int capacity_of(int room) { return room % 3 * 10; }

  std::set<int> free_;
  std::set<int> taken_;
};

int main() {
  Rooms rooms(9);
  const int booked = rooms.book(20);
  std::printf("%d booked, %zu taken\n", booked, rooms.taken());
}
