// A timer ends with its scope and is still in the list.
// oracle: asan
#include <cstdio>
#include <string>
#include <utility>

struct Hook {
  Hook* prev = nullptr;
  Hook* next = nullptr;
  void unlink() {
    if (next == nullptr) return;
    prev->next = next;
    next->prev = prev;
    prev = next = nullptr;
  }
};

struct Timer : Hook {
  Timer(std::string n, int d) : name(std::move(n)), due(d) {}
  std::string name;
  int due;
};

class Wheel {
 public:
  Wheel() { head_.prev = head_.next = &head_; }
  void add(Timer& timer) {
    timer.prev = head_.prev;
    timer.next = &head_;
    head_.prev->next = &timer;
    head_.prev = &timer;
  }
  int fire(int now) {
    int fired = 0;
    for (Hook* at = head_.next; at != &head_;) {
      Timer* timer = static_cast<Timer*>(at);
      at = at->next;
      if (timer->due > now) continue;
      std::printf("%s\n", timer->name.c_str());
      timer->unlink();
      ++fired;
    }
    return fired;
  }

 private:
  Hook head_;
};

int main() {
  Wheel wheel;
  Timer poll("poll", 1), flush("flush", 5);
  wheel.add(poll);
  wheel.add(flush);
  {
    Timer retry("retry", 2);
    wheel.add(retry);
  }
  int fired = wheel.fire(1) + wheel.fire(4) + wheel.fire(9);  // expect: H0204
  return fired == 2 ? 0 : 1;
}
