// The ticket counter has a default member initializer.
// oracle: clean

#include <cstdio>

class Turnstile {
 public:
  Turnstile() = default;

  void open() { open_ = true; }

  int admit(int persons) {
    if (!open_) return 0;
    int admitted = 0;
    while (admitted < persons && has_room()) {
      ++inside_;
      ++admitted;
    }
    return admitted;
  }

 private:
  bool has_room() const { return inside_ < kCapacity; }

  static constexpr int kCapacity = 5;
  bool open_ = false;
  int inside_ = 0;
};

int main() {
  Turnstile north;
  Turnstile south;
  south.open();
  int admitted = north.admit(2);
  admitted += south.admit(3);
  admitted += south.admit(4);
  std::printf("%d admitted\n", admitted);
}
