// The vector holds the widgets themselves, so adding one moves the focused one.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Widget {
  std::string name;
  int clicks = 0;
};

class Window {
 public:
  Widget& add(const std::string& name) {
    widgets_.push_back(Widget{name});
    Widget& added = widgets_.back();
    if (focused_ == nullptr) focused_ = &added;
    return added;
  }

  int click(int times) {
    if (focused_ == nullptr) return 0;
    focused_->clicks += times;  // expect: H0302
    return focused_->clicks;
  }

 private:
  std::vector<Widget> widgets_;
  Widget* focused_ = nullptr;
};

int main() {
  Window window;
  window.add("accept").clicks = 1;
  int clicks = window.click(1);
  window.add("cancel");
  clicks += window.click(2);
  std::printf("%d clicks\n", clicks);
}
