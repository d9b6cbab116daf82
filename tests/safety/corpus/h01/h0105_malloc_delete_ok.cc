// remove() gives the node back with free().
// oracle: clean

#include <cstdio>
#include <cstdlib>
#include <new>

struct Waiter {
  int thread;
  int priority;
  Waiter* next;
};

class WaitList {
 public:
  WaitList() = default;
  WaitList(const WaitList&) = delete;
  WaitList& operator=(const WaitList&) = delete;
  ~WaitList() {
    while (first_) wake();
  }

  void wait(int thread, int priority) {
    Waiter** link = &first_;
    while (*link && (*link)->priority >= priority) link = &(*link)->next;
    *link = make(thread, priority, *link);
  }

  int wake() {
    Waiter* waiter = first_;
    first_ = waiter->next;
    int thread = waiter->thread;
    std::free(waiter);
    return thread;
  }

 private:
  static Waiter* make(int thread, int priority, Waiter* next) {
    auto* waiter = static_cast<Waiter*>(std::malloc(sizeof(Waiter)));
    if (waiter == nullptr) throw std::bad_alloc();
    *waiter = {thread, priority, next};
    return waiter;
  }

  Waiter* first_ = nullptr;
};

int main() {
  WaitList list;
  list.wait(7, 1);
  list.wait(8, 5);
  list.wait(9, 5);
  std::printf("%d\n", list.wake());
}
