// The tail that is moved down is one element too long.
// oracle: asan

#include <cstdio>
#include <cstring>
#include <memory>

class SmallSet {
 public:
  explicit SmallSet(int capacity) : capacity_(capacity), values_(new int[static_cast<unsigned>(capacity)]) {}

  bool add(int value) {
    if (used_ == capacity_ || find(value) != used_) return false;
    values_[static_cast<unsigned>(used_++)] = value;
    return true;
  }

  bool remove(int value) {
    const int at = find(value);
    if (at == used_) return false;
    int* hole = values_.get() + at;
    std::memmove(hole, hole + 1, sizeof(int) * static_cast<unsigned>(used_ - at));  // expect: H0504
    --used_;
    return true;
  }

  int size() const { return used_; }

 private:
  int find(int value) const {
    int at = 0;
    while (at < used_ && values_[static_cast<unsigned>(at)] != value) ++at;
    return at;
  }

  int capacity_;
  int used_ = 0;
  std::unique_ptr<int[]> values_;
};

int main() {
  SmallSet set(5);
  for (int value : {4, 8, 15, 16, 23, 42}) set.add(value);
  set.remove(8);
  std::printf("%d\n", set.size());
}
