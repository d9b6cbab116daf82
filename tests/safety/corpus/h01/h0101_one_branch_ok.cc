// In each branch the statistics read the frame before it goes away.
// oracle: clean

#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

struct Frame {
  int number;
  bool key;
  std::vector<unsigned char> pixels;
};

class Encoder {
 public:
  void push(std::unique_ptr<Frame> frame) { queue_.push_back(std::move(frame)); }
  std::size_t depth() const { return queue_.size(); }

 private:
  std::vector<std::unique_ptr<Frame>> queue_;
};

class Grabber {
 public:
  explicit Grabber(std::size_t limit) : limit_(limit) {}

  void grabbed(std::unique_ptr<Frame> frame) {
    last_ = frame->number;
    if (encoder_.depth() < limit_ || frame->key) {
      bytes_ += frame->pixels.size();
      encoder_.push(std::move(frame));
    } else {
      dropped_ += 1;
    }
  }

  void report() const { std::printf("last %d, %zu bytes, %d dropped\n", last_, bytes_, dropped_); }

 private:
  Encoder encoder_;
  std::size_t limit_;
  std::size_t bytes_ = 0;
  int dropped_ = 0;
  int last_ = -1;
};

int main() {
  Grabber grabber(1);
  for (int number = 0; number < 3; ++number) {
    auto frame = std::make_unique<Frame>();
    frame->number = number;
    frame->key = false;
    frame->pixels.assign(64, 0x10);
    grabber.grabbed(std::move(frame));
  }
  grabber.report();
}
