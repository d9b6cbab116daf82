// The constructor calls reset().
// oracle: clean

#include <cstdio>

class Debouncer {
 public:
  explicit Debouncer(int needed) : needed_(needed) { reset(); }

  void reset() {
    state_ = State::kReleased;
    stable_ = 0;
    presses_ = 0;
  }

  void feed(bool down) {
    switch (state_) {
      case State::kReleased:
        stable_ = down ? stable_ + 1 : 0;
        if (stable_ < needed_) break;
        state_ = State::kPressed;
        ++presses_;
        break;
      case State::kPressed:
        if (!down) {
          state_ = State::kReleased;
          stable_ = 0;
        }
        break;
    }
  }

  int presses() const { return presses_; }

 private:
  enum class State { kReleased, kPressed };

  int needed_;
  State state_;
  int stable_;
  int presses_;
};

int main() {
  Debouncer button(2);
  const bool samples[] = {true, false, true, true, true, false};
  for (bool down : samples) button.feed(down);
  std::printf("%d\n", button.presses());
}
