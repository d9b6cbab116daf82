// The loop ends with the removal.
// oracle: clean

#include <cstdio>
#include <list>

struct Ticket {
  int id;
  int priority;
  bool operator==(const Ticket& other) const { return id == other.id; }
};

class Desk {
 public:
  void open(int id, int priority) { tickets_.push_back({id, priority}); }

  int close_urgent(int priority) {
    int closed = 0;
    for (const Ticket& ticket : tickets_) {
      if (ticket.priority < priority) continue;
      ++closed;
      tickets_.remove(Ticket{ticket.id, 0});
      break;
    }
    return closed;
  }

  std::size_t waiting() const { return tickets_.size(); }

 private:
  std::list<Ticket> tickets_;
};

int main() {
  Desk desk;
  desk.open(1, 2);
  desk.open(2, 5);
  desk.open(3, 7);
  desk.open(4, 1);
  const int closed = desk.close_urgent(4);
  std::printf("%d closed, %zu waiting\n", closed, desk.waiting());
}
