// The index itself is kept.
// oracle: clean

#include <cstdio>
#include <vector>

struct Slot {
  int owner;
  bool busy;
};

class Pool {
 public:
  explicit Pool(int size) : slots_(static_cast<std::size_t>(size)) {}

  int acquire(int owner) {
    std::size_t free_slot = slots_.size();
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if (slots_[i].busy) continue;
      free_slot = i;
      break;
    }
    if (free_slot == slots_.size()) return -1;
    Slot& slot = slots_[free_slot];
    slot = {owner, true};
    return static_cast<int>(&slot - slots_.data());
  }

  void release(int slot) { slots_[static_cast<std::size_t>(slot)].busy = false; }

 private:
  std::vector<Slot> slots_;
};

int main() {
  Pool pool(4);
  const int first = pool.acquire(100);
  const int second = pool.acquire(200);
  pool.release(first);
  std::printf("%d %d\n", second, pool.acquire(300));
}
