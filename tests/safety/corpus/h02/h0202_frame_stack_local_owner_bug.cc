// The stack of frames keeps a frame whose owner ends with the function that pushed it.
// oracle: asan

#include <cstdio>
#include <memory>
#include <vector>

struct Frame {
  int line;
  int depth;
};

class Tracer {
 public:
  bool enter(int line) {
    auto frame = std::make_unique<Frame>(Frame{line, static_cast<int>(stack_.size())});
    if (frame->depth > 8) return false;
    stack_.push_back(frame.get());  // expect?: H0202
    return true;
  }
  void leave() { stack_.pop_back(); }
  int line() const { return stack_.empty() ? 0 : stack_.back()->line; }  // expect?: H0202

 private:
  std::vector<Frame*> stack_;
  std::vector<std::unique_ptr<Frame>> frames_;
};

int main() {
  Tracer tracer;
  tracer.enter(10);
  tracer.enter(25);
  std::printf("%d\n", tracer.line());
  tracer.leave();
}
