// The first free slot is asked for before it is used: there may be none.
// oracle: clean
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class Slots {
 public:
  std::uint32_t insert(std::string value) {
    if (free_ != kNone) {
      std::uint32_t index = free_;
      Slot& slot = slots_[index];
      free_ = slot.next;
      slot.value = std::move(value);
      return index;
    }
    slots_.push_back({std::move(value), kNone});
    return static_cast<std::uint32_t>(slots_.size() - 1);
  }
  void remove(std::uint32_t index) {
    slots_[index].value.reset();
    slots_[index].next = free_;
    free_ = index;
  }
  std::size_t size() const { return slots_.size(); }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  struct Slot {
    std::optional<std::string> value;
    std::uint32_t next;
  };
  std::vector<Slot> slots_;
  std::uint32_t free_ = kNone;
};

int main() {
  Slots slots;
  std::uint32_t first = slots.insert("first");
  slots.insert("second");
  slots.remove(first);
  std::uint32_t again = slots.insert("third");
  std::printf("%u %zu\n", again, slots.size());
  return again == first && slots.size() == 2 ? 0 : 1;
}
