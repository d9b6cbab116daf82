// new Slot() sets the slot's members to zero.
// oracle: clean

#include <cstdio>

struct Slot {
  int value;
  unsigned generation;
  Slot* next;
};

class HandleTable {
 public:
  HandleTable() = default;
  HandleTable(const HandleTable&) = delete;
  HandleTable& operator=(const HandleTable&) = delete;
  ~HandleTable() {
    while (free_ != nullptr) {
      Slot* slot = free_;
      free_ = slot->next;
      delete slot;
    }
  }

  Slot* open(int value) {
    Slot* slot = free_;
    if (slot != nullptr) {
      free_ = slot->next;
    } else {
      slot = new Slot();
    }
    slot->value = value;
    slot->next = nullptr;
    return slot;
  }

  bool close(Slot* slot, unsigned generation) {
    if (slot->generation != generation) return false;
    ++slot->generation;
    slot->next = free_;
    free_ = slot;
    return true;
  }

 private:
  Slot* free_ = nullptr;
};

int main() {
  HandleTable table;
  Slot* first = table.open(10);
  Slot* second = table.open(20);
  int sum = first->value + second->value;
  bool closed = table.close(first, 0) && table.close(second, 0);
  std::printf("%d %d\n", sum, closed);
}
