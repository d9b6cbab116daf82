// The loop opens a new window where the lambda has closed the old one.
// oracle: clean

#include <cstdio>
#include <optional>
#include <vector>

struct Window {
  int first;
  int last;
};

std::vector<Window> merge(const std::vector<int>& ticks, int gap) {
  std::vector<Window> windows;
  std::optional<Window> current;
  auto close = [&] {
    if (current) windows.push_back(*current);
    current.reset();
  };
  for (int tick : ticks) {
    if (!current) current = Window{tick, tick};
    if (tick - current->last > gap) {
      close();
      current = Window{tick, tick};
    }
    current->last = tick;
  }
  close();
  return windows;
}

int main() {
  auto windows = merge({1, 2, 3, 10, 11, 30}, 4);
  for (const auto& window : windows) std::printf("[%d, %d] ", window.first, window.last);
  std::puts("");
}
