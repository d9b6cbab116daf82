// Slots are linked by index, and what is returned is a copy.
// oracle: clean
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
#include <iostream>

namespace [[hull::safe]] app {
// An LRU cache that links its slots by index.
class LruCache {
 public:
  explicit LruCache(std::size_t capacity) : capacity_(capacity) { slots_.reserve(capacity); }

  std::optional<std::string> get(const std::string& key) {
    const auto found = index_.find(key);
    if (found == index_.end()) return std::nullopt;
    const std::size_t slot = found->second;
    unlink(slot);
    push_front(slot);
    return slots_.at(slot).value;
  }

  void put(std::string key, std::string value) {
    if (const auto found = index_.find(key); found != index_.end()) {
      const std::size_t slot = found->second;
      slots_.at(slot).value = std::move(value);
      unlink(slot);
      push_front(slot);
      return;
    }
    std::size_t slot = slots_.size();
    if (slots_.size() == capacity_) {
      slot = tail_;
      unlink(slot);
      index_.erase(slots_.at(slot).key);
      slots_.at(slot) = Slot{key, std::move(value)};
    } else {
      slots_.push_back(Slot{key, std::move(value)});
    }
    push_front(slot);
    index_.emplace(std::move(key), slot);
  }

 private:
  static constexpr std::size_t kNone = ~std::size_t{0};
  struct Slot {
    std::string key, value;
    std::size_t before = kNone, after = kNone;
  };

  void unlink(std::size_t slot) {
    const std::size_t before = slots_.at(slot).before, after = slots_.at(slot).after;
    if (before != kNone) slots_.at(before).after = after; else head_ = after;
    if (after != kNone) slots_.at(after).before = before; else tail_ = before;
  }
  void push_front(std::size_t slot) {
    slots_.at(slot).before = kNone;
    slots_.at(slot).after = head_;
    if (head_ != kNone) slots_.at(head_).before = slot;
    head_ = slot;
    if (tail_ == kNone) tail_ = slot;
  }

  std::size_t capacity_;
  std::vector<Slot> slots_;
  std::unordered_map<std::string, std::size_t> index_;
  std::size_t head_ = kNone, tail_ = kNone;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  LruCache cache(2);
  cache.put("a", "1");
  cache.put("b", "2");
  std::cout << cache.get("a").value_or("-") << '\n';
  cache.put("c", "3");
  return cache.get("b").has_value() ? 1 : 0;
}
