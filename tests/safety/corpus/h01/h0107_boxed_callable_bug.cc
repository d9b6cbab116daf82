// What is too large is kept on the heap, and only its bytes' box ends.
// oracle: lsan
#include <array>
#include <cstddef>
#include <cstdio>
#include <new>
#include <utility>

struct Large {
  std::array<int, 16> numbers{};
  int sum() const {
    int total = 0;
    for (int number : numbers) total += number;
    return total;
  }
};

class Box {
 public:
  explicit Box(const Large& large) { ::new (static_cast<void*>(storage_)) Large*(new Large(large)); }  // expect: H0107
  Box(const Box&) = delete;
  Box& operator=(const Box&) = delete;
  ~Box() = default;
  Large* get() { return *std::launder(reinterpret_cast<Large**>(storage_)); }

 private:
  alignas(Large*) std::byte storage_[sizeof(Large*)];
};

int main() {
  Large large;
  large.numbers[3] = 7;
  Box box(large);
  box.get()->numbers[0] = 1;
  std::printf("%d\n", box.get()->sum());
  return box.get()->sum() == 8 ? 0 : 1;
}
