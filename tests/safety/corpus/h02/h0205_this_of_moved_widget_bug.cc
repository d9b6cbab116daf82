// The click handler holds the this of a local dialog, and the button is returned without the dialog.
// oracle: asan

#include <cstdio>
#include <functional>
#include <string>
#include <utility>

class Button {
 public:
  explicit Button(std::string text) : text_(std::move(text)) {}
  void on_click(std::function<int()> handler) { handler_ = std::move(handler); }
  int click() const { return handler_ ? handler_() : -1; }  // expect?: H0205
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::function<int()> handler_;
};

class Dialog {
 public:
  explicit Dialog(int answer) : answer_(answer), button_("OK") {
    button_.on_click([this] { return answer_ + 1; });  // expect?: H0205
  }

  Button release_button() && { return std::move(button_); }

 private:
  int answer_;
  Button button_;
};

Button make_button(int answer) {
  Dialog dialog(answer);
  return std::move(dialog).release_button();  // expect?: H0205
}

int main() {
  const Button button = make_button(41);
  std::printf("%s: %d\n", button.text().c_str(), button.click());  // expect?: H0205
}
