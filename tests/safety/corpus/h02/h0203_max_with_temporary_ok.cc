// What std::max returns is copied.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <vector>

class Window {
 public:
  explicit Window(int width) : width_(width) {}
  int width() const { return width_; }

 private:
  int width_;
};

class Layout {
 public:
  void add(Window window) { windows_.push_back(window); }

  int columns(int minimum) const {
    if (windows_.empty()) return 1;
    const int cell = std::max(widest(), minimum + 2);
    int columns = 0;
    for (int left = 0; left + cell <= 200; left += cell) ++columns;
    return columns;
  }

 private:
  int widest() const {
    int width = 0;
    for (const Window& window : windows_) width = std::max(width, window.width());
    return width;
  }

  std::vector<Window> windows_;
};

int main() {
  Layout layout;
  layout.add(Window(30));
  layout.add(Window(45));
  std::printf("%d columns\n", layout.columns(20));
}
