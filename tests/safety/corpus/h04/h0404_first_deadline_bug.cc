// The last deadline has been taken from the set, and begin() of the empty set is dereferenced.
// oracle: debug

#include <cstdio>
#include <set>

class DeadlineQueue {
 public:
  void add(int at) { deadlines_.insert(at); }

  // Moves the clock to the next deadline; the deadlines up to it are done.
  int advance() {
    auto next = deadlines_.begin();
    now_ = *next;  // expect: H0404
    deadlines_.erase(deadlines_.begin(), deadlines_.upper_bound(now_));
    return now_;
  }

  int now() const { return now_; }
  std::size_t size() const { return deadlines_.size(); }

 private:
  std::multiset<int> deadlines_;
  int now_ = 0;
};

int simulate(DeadlineQueue& queue, int steps) {
  int sum = 0;
  while (steps-- > 0) sum += queue.advance();
  return sum;
}

int main() {
  DeadlineQueue queue;
  queue.add(10);
  queue.add(10);
  queue.add(25);
  std::printf("%d at %d\n", simulate(queue, 3), queue.now());
}
