// Each subscription makes a new count for the same listener.
// oracle: asan
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
  void subscribe(Listener* listener) { listeners_.push_back(std::shared_ptr<Listener>(listener)); }
  void publish(int event) {
    for (auto& listener : listeners_) listener->notify(event);
  }

 private:
  std::vector<std::shared_ptr<Listener>> listeners_;
};

int main() {
  auto listener = std::make_shared<Listener>();
  Bus bus;
  bus.subscribe(listener.get());  // expect: H0106
  bus.publish(3);
  std::printf("%d\n", listener->total());
  return 0;
}
