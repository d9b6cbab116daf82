// The first node is unlinked from the head, and only the others from the node before.
// oracle: clean

#include <cstdio>

struct Timer {
  int id;
  int at;
  Timer* next;
};

class TimerList {
 public:
  void add(Timer& timer) {
    timer.next = head_;
    head_ = &timer;
  }

  bool cancel(int id) {
    Timer* previous;
    for (Timer* timer = head_; timer != nullptr; timer = timer->next) {
      if (timer->id == id) {
        if (timer == head_) {
          head_ = timer->next;
        } else {
          previous->next = timer->next;
        }
        return true;
      }
      previous = timer;
    }
    return false;
  }

  int next_deadline() const {
    int earliest = 1 << 30;
    for (const Timer* timer = head_; timer; timer = timer->next) {
      if (timer->at < earliest) earliest = timer->at;
    }
    return earliest;
  }

 private:
  Timer* head_ = nullptr;
};

int main() {
  Timer timers[] = {{1, 50, nullptr}, {2, 20, nullptr}, {3, 70, nullptr}};
  TimerList list;
  for (Timer& timer : timers) list.add(timer);
  list.cancel(2);
  list.cancel(3);
  std::printf("next at %d\n", list.next_deadline());
}
