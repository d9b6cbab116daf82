// notify() goes over a copy of the list.
// oracle: clean

#include <functional>
#include <iostream>
#include <map>

class Signal {
 public:
  int connect(std::function<void(int)> slot) {
    slots_.emplace(++last_, std::move(slot));
    return last_;
  }

  void disconnect(int id) { slots_.erase(id); }

  void notify(int value) {
    const auto slots = slots_;
    for (const auto& [id, slot] : slots) {
      slot(value);
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
      signal_.disconnect(id_);
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
