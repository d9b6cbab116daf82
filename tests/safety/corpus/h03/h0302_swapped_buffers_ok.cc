// A swap leaves the view on the same characters, and the clean-up is of the other buffer.
// oracle: clean

#include <iostream>
#include <string>
#include <string_view>
#include <utility>

class DoubleBuffer {
 public:
  void write(const std::string& text) { back_ += text; }

  std::string_view flip() {
    std::swap(front_, back_);
    discard(back_);
    return front_;
  }

  void finish() { discard(back_); }

 private:
  static void discard(std::string& buffer) { std::string().swap(buffer); }

  std::string front_;
  std::string back_;
};

int count_lines(std::string_view text) {
  int lines = 0;
  for (char c : text) lines += c == '\n';
  return lines;
}

int main() {
  DoubleBuffer buffer;
  buffer.write("the first line of the first screen\n");
  buffer.write("and the second line of that screen\n");
  const std::string_view screen = buffer.flip();
  const int before = count_lines(screen);
  buffer.finish();
  const int after = count_lines(screen);
  std::cout << before << ' ' << after << '\n';
}
