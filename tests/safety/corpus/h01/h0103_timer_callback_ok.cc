// fire() reads what it needs before it runs the callback.
// oracle: clean

#include <cstdio>
#include <functional>
#include <list>

class Timer {
 public:
  Timer(int period, std::function<void()> callback) : period_(period), callback_(std::move(callback)) {}

  int period() const { return period_; }
  void run() {
    auto callback = callback_;
    callback();
  }

 private:
  int period_;
  std::function<void()> callback_;
};

class Wheel {
 public:
  Wheel() = default;
  Wheel(const Wheel&) = delete;
  ~Wheel() {
    for (Timer* timer : timers_) delete timer;
  }

  Timer* start(int period, std::function<void()> callback) {
    timers_.push_back(new Timer(period, std::move(callback)));
    return timers_.back();
  }

  void cancel(Timer* timer) {
    timers_.remove(timer);
    delete timer;
  }

  void fire(Timer* timer) {
    now_ += timer->period();
    timer->run();
  }

  int now() const { return now_; }

 private:
  std::list<Timer*> timers_;
  int now_ = 0;
};

int main() {
  Wheel wheel;
  Timer* once = nullptr;
  once = wheel.start(30, [&] { wheel.cancel(once); });
  wheel.start(10, [] {});
  wheel.fire(once);
  std::printf("now %d\n", wheel.now());
}
