// A callback unsubscribes itself from the list that notify() is in the middle of.
// oracle: debug

#include <functional>
#include <iostream>
#include <map>

class Signal {
 public:
  int connect(std::function<void(int)> slot) {
    slots_.emplace(++last_, std::move(slot));
    return last_;
  }

  void disconnect(int id) { slots_.erase(id); }  // expect?: H0303

  void notify(int value) {
    for (const auto& [id, slot] : slots_) {  // expect?: H0303
      slot(value);                           // expect?: H0303
    }
  }

 private:
  std::map<int, std::function<void(int)>> slots_;
  int last_ = 0;
};

class Once {
 public:
  explicit Once(Signal& signal) : signal_(signal) {
    id_ = signal_.connect([this](int value) {
      signal_.disconnect(id_);  // expect?: H0303
      value_ += value;
    });
  }
  int value() const { return value_; }

 private:
  Signal& signal_;
  int id_ = 0;
  int value_ = 0;
};

int main() {
  Signal signal;
  Once once(signal);
  int sum = 0;
  signal.connect([&sum](int value) { sum += value; });
  signal.notify(3);
  signal.notify(4);
  std::cout << once.value() << ' ' << sum << '\n';
}
