// std::exchange empties the optional when its text is taken.
// oracle: clean

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class Transport {
 public:
  void send(std::string frame) { frames_.push_back(std::move(frame)); }
  const std::vector<std::string>& frames() const { return frames_; }

 private:
  std::vector<std::string> frames_;
};

class Coalescer {
 public:
  explicit Coalescer(Transport& transport) : transport_(transport) {}

  void update(std::string state) {
    if (pending_) ++merged_;
    pending_ = std::move(state);
  }

  void tick() {
    std::optional<std::string> taken = std::exchange(pending_, std::nullopt);
    if (taken) transport_.send(*taken);
    if (pending_) retry();
  }

 private:
  // A state that arrived while the frame was on its way.
  void retry() { transport_.send(*pending_); }

  Transport& transport_;
  std::optional<std::string> pending_;
  int merged_ = 0;
};

int main() {
  Transport transport;
  Coalescer coalescer(transport);
  coalescer.update("volume=3");
  coalescer.update("volume=4");
  coalescer.tick();
  assert(transport.frames().back() == "volume=4");
}
