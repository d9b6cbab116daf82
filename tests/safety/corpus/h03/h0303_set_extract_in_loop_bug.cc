// Nodes are taken out of the set that the range-for goes over.
// oracle: debug

#include <cstdio>
#include <set>

class Rooms {
 public:
  explicit Rooms(int count) {
    for (int room = 1; room <= count; ++room) free_.insert(room);
  }

  int book(int capacity) {
    int booked = 0;
    for (int room : free_) {  // expect?: H0303
      if (capacity_of(room) < capacity) continue;
      taken_.insert(free_.extract(room));  // expect?: H0303
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
