// The condition says || where it means &&, so a null cursor is asked for its value.
// oracle: asan

#include <cstdio>

struct Cell {
  int value;
  Cell* next;
};

class SortedList {
 public:
  SortedList() = default;
  SortedList(const SortedList&) = delete;
  ~SortedList() {
    while (head_) {
      Cell* dead = head_;
      head_ = dead->next;
      delete dead;
    }
  }

  bool insert(int value) {
    Cell** link = &head_;
    while (*link && (*link)->value < value) link = &(*link)->next;
    if (*link && (*link)->value == value) return false;
    *link = new Cell{value, *link};
    return true;
  }

  bool contains(int value) const {
    const Cell* cell = head_;
    while (cell && cell->value < value) cell = cell->next;
    return cell != nullptr || cell->value == value;  // expect: H0401
  }

 private:
  Cell* head_ = nullptr;
};

int main() {
  SortedList list;
  for (int value : (int[]){5, 1, 3}) list.insert(value);
  std::printf("%d %d\n", list.contains(3), list.contains(9));
}
