// clear() deletes the first node of the list and forgets the others.
// oracle: lsan

#include <cstdio>
#include <utility>

class EventQueue {
 public:
  EventQueue() = default;
  EventQueue(const EventQueue&) = delete;
  ~EventQueue() { clear(); }

  void schedule(int at) {
    Event** link = &head_;
    while (*link != nullptr && (*link)->at <= at) link = &(*link)->next;
    *link = new Event{at, *link};  // expect: H0107
  }

  int pop() {
    Event* first = head_;
    int at = first->at;
    head_ = first->next;
    delete first;
    return at;
  }

  bool empty() const { return head_ == nullptr; }

  void clear() {
    delete head_;
    head_ = nullptr;
  }

 private:
  struct Event {
    int at;
    Event* next;
  };
  Event* head_ = nullptr;
};

int main() {
  EventQueue queue;
  for (int at : {30, 10, 20, 40}) queue.schedule(at);
  std::printf("first at %d\n", queue.pop());
}
