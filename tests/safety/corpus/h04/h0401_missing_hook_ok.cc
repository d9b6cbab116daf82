// The hook is called only if there is one.
// oracle: clean

#include <cstdio>

struct Loop;

struct LoopHooks {
  void (*on_event)(Loop&, int event);
  void (*on_idle)(Loop&);
  void (*on_exit)(Loop&);
};

struct Loop {
  const LoopHooks* hooks;
  const int* events;
  int handled = 0;
  bool running = true;
};

namespace {

void count_event(Loop& loop, int event) {
  if (event < 0) loop.running = false;
  ++loop.handled;
}

const LoopHooks counting = {.on_event = count_event, .on_idle = nullptr, .on_exit = nullptr};

void run(Loop& loop) {
  while (loop.running) {
    int event = *loop.events++;
    if (event == 0) {
      if (loop.hooks->on_idle) loop.hooks->on_idle(loop);
    } else {
      loop.hooks->on_event(loop, event);
    }
  }
  if (loop.hooks->on_exit != nullptr) loop.hooks->on_exit(loop);
}

}  // namespace

int main() {
  const int events[] = {4, 9, 0, 2, -1};
  Loop loop{&counting, events};
  run(loop);
  std::printf("%d events\n", loop.handled);
}
