// The widget is removed from its parent, which destroys it, and the focus still goes to it.
// oracle: asan

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

class Widget {
 public:
  explicit Widget(std::string name, Widget* parent = nullptr) : name_(std::move(name)), parent_(parent) {}

  Widget* add(std::string name) {
    return children_.emplace_back(std::make_unique<Widget>(std::move(name), this)).get();
  }

  void remove(const Widget* child) {
    std::erase_if(children_, [child](const auto& owned) { return owned.get() == child; });
  }

  Widget* parent() const { return parent_; }
  void set_focused(bool focused) { focused_ = focused; }
  bool focused() const { return focused_; }

 private:
  std::string name_;
  Widget* parent_;
  std::vector<std::unique_ptr<Widget>> children_;
  bool focused_ = false;
};

class Window {
 public:
  Widget& root() { return root_; }

  void focus(Widget* widget) {
    focus_->set_focused(false);
    focus_ = widget;
    focus_->set_focused(true);
  }

  void close(Widget* widget) {
    Widget* parent = widget->parent();
    parent->remove(widget);
    if (widget->focused()) focus(parent);  // expect: H0103
  }

 private:
  Widget root_{"root"};
  Widget* focus_ = &root_;
};

int main() {
  Window window;
  Widget* dialog = window.root().add("dialog");
  window.focus(dialog);
  window.close(dialog);
  std::printf("%d\n", window.root().focused());
}
