// The ring allocates its slots and has no destructor to free them.
// oracle: lsan

#include <cstddef>
#include <cstdio>
#include <cstring>

struct Line {
  char text[48];
};

class LogRing {
 public:
  explicit LogRing(std::size_t capacity) : capacity_(capacity) {
    slots_ = new Line[capacity_]();  // expect: H0107
  }
  LogRing(const LogRing&) = delete;
  LogRing& operator=(const LogRing&) = delete;

  void append(const char* text) {
    Line& line = slots_[next_ % capacity_];
    std::strncpy(line.text, text, sizeof line.text - 1);
    ++next_;
  }

  const char* latest() const { return next_ == 0 ? "" : slots_[(next_ - 1) % capacity_].text; }

 private:
  Line* slots_;
  std::size_t capacity_;
  std::size_t next_ = 0;
};

std::size_t replay(const char* const* lines, int count) {
  LogRing ring(2);
  for (int i = 0; i < count; ++i) ring.append(lines[i]);
  std::printf("%s\n", ring.latest());
  return std::strlen(ring.latest());
}

int main() {
  const char* const lines[] = {"boot", "mount /", "start sshd"};
  std::size_t first = replay(lines, 2);
  return replay(lines, 3) > first ? 0 : 1;
}
