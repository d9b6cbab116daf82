// When the table grows, the old slots are freed unless they are those in the table itself.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <cstring>

class IdTable {
 public:
  IdTable() : slots_(inline_), capacity_(kInline) {}
  IdTable(const IdTable&) = delete;
  IdTable& operator=(const IdTable&) = delete;
  ~IdTable() {
    if (slots_ != inline_) delete[] slots_;
  }

  void reserve(std::size_t wanted) {
    if (wanted <= capacity_) return;
    long* wider = new long[wanted];
    std::memcpy(wider, slots_, size_ * sizeof(long));
    if (slots_ != inline_) delete[] slots_;
    slots_ = wider;
    capacity_ = wanted;
  }

  bool add(long id) {
    if (size_ == capacity_) return false;
    slots_[size_++] = id;
    return true;
  }

  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kInline = 2;
  long inline_[kInline] = {};
  long* slots_;
  std::size_t capacity_;
  std::size_t size_ = 0;
};

std::size_t load(std::size_t first, std::size_t second) {
  IdTable table;
  table.reserve(first);
  bool fits = table.add(17) && table.add(4);
  table.reserve(first + second);
  return fits && table.add(99) ? table.size() : 0;
}

int main() { std::printf("%zu\n", load(4, 4)); }
