// Listeners are held weakly, and copy what they are given.
// oracle: clean
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace [[hull::safe]] app {
struct Listener {
  virtual ~Listener() = default;
  virtual void changed(const std::string& name, int value) = 0;
};

class Model {
 public:
  void listen(std::weak_ptr<Listener> listener) { listeners_.push_back(std::move(listener)); }
  void set(const std::string& name, int value) {
    for (const auto& weak : listeners_) {
      if (const auto listener = weak.lock()) listener->changed(name, value);
    }
    std::erase_if(listeners_, [](const auto& weak) { return weak.expired(); });
  }

 private:
  std::vector<std::weak_ptr<Listener>> listeners_;
};

class Recorder final : public Listener {
 public:
  void changed(const std::string& name, int value) override {
    last_ = name;
    sum_ += value;
  }
  int sum() const { return sum_; }
  const std::string& last() const { return last_; }

 private:
  std::string last_;
  int sum_ = 0;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Model model;
  const auto recorder = std::make_shared<Recorder>();
  model.listen(recorder);
  model.set("a", 1);
  model.set("b", 2);
  std::cout << recorder->sum() << recorder->last() << '\n';
  return 0;
}
