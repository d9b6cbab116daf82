// Handles are numbers with a generation, and pointers are asked for anew.
// oracle: clean
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace [[hull::safe]] app {
// Objects by handles that know when what they named is gone.
template <class T>
class SlotMap {
 public:
  struct Handle {
    std::uint32_t slot = 0, generation = 0;
  };
  Handle insert(T value) {
    std::uint32_t slot = 0;
    if (free_.empty()) {
      slot = static_cast<std::uint32_t>(slots_.size());
      slots_.emplace_back();
    } else {
      slot = free_.back();
      free_.pop_back();
    }
    slots_.at(slot).value = std::move(value);
    return {slot, slots_.at(slot).generation};
  }
  bool erase(Handle handle) {
    if (!find(handle)) return false;
    Slot& slot = slots_.at(handle.slot);
    slot.value.reset();
    ++slot.generation;
    free_.push_back(handle.slot);
    return true;
  }
  T* find(Handle handle) {
    if (handle.slot >= slots_.size()) return nullptr;
    Slot& slot = slots_.at(handle.slot);
    if (slot.generation != handle.generation || !slot.value) return nullptr;
    return &*slot.value;
  }

 private:
  struct Slot {
    std::optional<T> value;
    std::uint32_t generation = 0;
  };
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> free_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  SlotMap<std::string> names;
  const auto ann = names.insert("ann");
  const auto bob = names.insert("bob");
  if (std::string* name = names.find(ann)) name->append("e");
  names.erase(ann);
  const std::string* name = names.find(bob);
  if (!name) return 1;
  std::cout << *name << (names.find(ann) == nullptr) << '\n';
  return 0;
}
