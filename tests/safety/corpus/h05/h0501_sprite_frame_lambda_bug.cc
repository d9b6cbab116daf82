// The animation's last frame is followed by one that the array does not have.
// oracle: asan

#include <cstdio>
#include <functional>

struct Frame {
  int left;
  int top;
  int milliseconds;
};

class Animation {
 public:
  template <int Count>
  explicit Animation(const Frame (&frames)[Count])
      : count_(Count),
        frame_([&frames](int index) -> const Frame& { return frames[index]; }) {}  // expect?: H0501

  void advance(int milliseconds) {
    elapsed_ += milliseconds;
    while (elapsed_ >= frame_(at_).milliseconds) {  // expect?: H0501
      elapsed_ -= frame_(at_).milliseconds;
      at_ = at_ + 1 > count_ ? 0 : at_ + 1;
    }
  }

  int left() const { return frame_(at_).left; }

 private:
  int count_;
  std::function<const Frame&(int)> frame_;
  int at_ = 0;
  int elapsed_ = 0;
};

int main() {
  static const Frame walk[] = {{0, 0, 80}, {32, 0, 80}, {64, 0, 120}};
  Animation animation(walk);
  for (int i = 0; i < 10; ++i) animation.advance(30);
  std::printf("%d\n", animation.left());
}
