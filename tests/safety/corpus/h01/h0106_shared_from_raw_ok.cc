// The one count is shared.
// oracle: clean
#include <cstdio>
#include <memory>
#include <vector>

class Listener {
 public:
  void notify(int event) { total_ += event; }
  int total() const { return total_; }

 private:
  int total_ = 0;
};

class Bus {
 public:
  void subscribe(const std::shared_ptr<Listener>& listener) { listeners_.push_back(listener); }
  void publish(int event) {
    for (auto& listener : listeners_) listener->notify(event);
  }

 private:
  std::vector<std::shared_ptr<Listener>> listeners_;
};

int main() {
  auto listener = std::make_shared<Listener>();
  Bus bus;
  bus.subscribe(listener);
  bus.publish(3);
  std::printf("%d\n", listener->total());
  return 0;
}
