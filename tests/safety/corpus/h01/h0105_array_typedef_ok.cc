// What new Line gives is freed with delete[].
// oracle: clean

#include <cstdio>
#include <cstring>

using Line = char[81];

class Terminal {
 public:
  Terminal() = default;
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() {
    for (char* line : scrollback_) {
      delete[] line;
    }
  }

  void print(const char* text) {
    int slot = printed_++ % kLines;
    if (scrollback_[slot] == nullptr) scrollback_[slot] = new Line;
    std::strncpy(scrollback_[slot], text, sizeof(Line) - 1);
    scrollback_[slot][sizeof(Line) - 1] = '\0';
  }

  const char* line(int back) const {
    if (back >= printed_ || back >= kLines) return "";
    return scrollback_[(printed_ - 1 - back) % kLines];
  }

 private:
  static constexpr int kLines = 3;
  char* scrollback_[kLines] = {};
  int printed_ = 0;
};

int main() {
  Terminal terminal;
  terminal.print("$ make");
  terminal.print("ok");
  std::printf("%s / %s\n", terminal.line(1), terminal.line(0));
}
