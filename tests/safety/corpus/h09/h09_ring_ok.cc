// A ring of values in place.
// oracle: clean
#include <array>
#include <cstddef>
#include <iostream>
#include <optional>
#include <utility>

namespace [[hull::safe]] app {
template <class T, std::size_t Capacity>
class Ring {
 public:
  bool push(T value) {
    if (count_ == Capacity) return false;
    items_.at((first_ + count_) % Capacity) = std::move(value);
    ++count_;
    return true;
  }
  std::optional<T> pop() {
    if (count_ == 0) return std::nullopt;
    T value = std::exchange(items_.at(first_), T{});
    first_ = (first_ + 1) % Capacity;
    --count_;
    return value;
  }
  std::size_t size() const { return count_; }

 private:
  std::array<T, Capacity> items_{};
  std::size_t first_ = 0, count_ = 0;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Ring<std::string, 3> ring;
  ring.push("a");
  ring.push("b");
  const auto first = ring.pop();
  std::cout << first.value_or("-") << ring.size() << '\n';
  return 0;
}
