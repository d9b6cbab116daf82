// stop() sets the capture to null after deleting it, and then asks it for its drops.
// oracle: asan

#include <cstdio>

class Capture {
 public:
  explicit Capture(int limit) : limit_(limit) {}
  void packet() { seen_ < limit_ ? ++seen_ : ++dropped_; }
  int seen() const { return seen_; }
  int dropped() const { return dropped_; }

 private:
  int limit_;
  int seen_ = 0;
  int dropped_ = 0;
};

class Monitor {
 public:
  Monitor() = default;
  Monitor(const Monitor&) = delete;
  Monitor& operator=(const Monitor&) = delete;
  ~Monitor() { delete capture_; }

  void start(int limit) {
    if (!capture_) capture_ = new Capture(limit);
  }

  void packet() {
    if (capture_) capture_->packet();
  }

  int stop() {
    if (!capture_) return 0;
    seen_ += capture_->seen();
    delete capture_;
    capture_ = nullptr;
    return capture_->dropped();  // expect: H0401
  }

 private:
  Capture* capture_ = nullptr;
  int seen_ = 0;
};

int main() {
  Monitor monitor;
  monitor.start(2);
  for (int i = 0; i < 5; ++i) monitor.packet();
  std::printf("%d dropped\n", monitor.stop());
}
