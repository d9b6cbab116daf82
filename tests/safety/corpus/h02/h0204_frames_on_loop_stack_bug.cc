// Each turn links its frame to that of the turn before, which has ended.
// oracle: asan

#include <cstdio>
#include <deque>

struct Frame {
  const Frame* caller;
  int line;
  int depth;
};

class Tracer {
 public:
  void enter(int line) { lines_.push_back(line); }

  int deepest_line() const {
    const Frame* top = nullptr;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const int depth = static_cast<int>(i) + 1;
      Frame frame{top, lines_[i], depth};
      if (frame.line > 0) top = &frame;
    }
    if (top == nullptr) return 0;
    return top->line;  // expect: H0204
  }

 private:
  std::deque<int> lines_;
};

int main() {
  Tracer tracer;
  for (int line : {12, 40, 0, 71}) tracer.enter(line);
  std::printf("%d\n", tracer.deepest_line());
}
