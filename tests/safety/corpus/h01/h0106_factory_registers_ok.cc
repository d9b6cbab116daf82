// The caller borrows the window that create() owns.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

class Window {
 public:
  explicit Window(std::string title) : title_(std::move(title)) {}
  void show() { visible_ = true; }
  bool visible() const { return visible_; }
  const std::string& title() const { return title_; }

 private:
  std::string title_;
  bool visible_ = false;
};

class Desktop {
 public:
  Window* create(const std::string& title) {
    auto* window = new Window(title);
    windows_.emplace_back(window);
    return window;
  }

  std::size_t visible() const {
    std::size_t count = 0;
    for (const auto& window : windows_) count += window->visible();
    return count;
  }

 private:
  std::vector<std::unique_ptr<Window>> windows_;
};

std::size_t show_about(Desktop& desktop, bool modal) {
  Window* about = desktop.create("About");
  about->show();
  if (modal) std::printf("waiting for %s\n", about->title().c_str());
  return desktop.visible();
}

int main() {
  Desktop desktop;
  desktop.create("Main")->show();
  std::size_t visible = show_about(desktop, true);
  std::printf("%zu\n", visible);
}
