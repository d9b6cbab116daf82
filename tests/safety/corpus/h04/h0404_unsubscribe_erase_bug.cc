// A listener that never subscribed is erased from the list of those who did.
// oracle: debug

#include <algorithm>
#include <cstdio>
#include <vector>

struct Listener {
  int id;
  int heard = 0;
};

class Bus {
 public:
  void subscribe(Listener& listener) { listeners_.push_back(&listener); }
  void unsubscribe(const Listener& listener) {
    const auto at = std::find_if(listeners_.begin(), listeners_.end(),
                                 [&](const Listener* one) { return one->id == listener.id; });
    if (!listeners_.empty()) listeners_.erase(at);  // expect: H0404
  }
  void send() {
    for (Listener* listener : listeners_) ++listener->heard;
  }

 private:
  std::vector<Listener*> listeners_;
};

int main() {
  Listener first{1}, second{2}, third{3};
  Bus bus;
  bus.subscribe(first);
  bus.subscribe(second);
  bus.unsubscribe(third);
  bus.send();
  std::printf("%d %d\n", first.heard, second.heard);
}
