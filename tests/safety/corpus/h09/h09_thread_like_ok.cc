// The closure holds a copy.
// oracle: clean
#include <functional>
#include <iostream>
#include <string>
#include <vector>

namespace [[hull::safe]] app {
class Queue {
 public:
  void post(std::function<void()> work) { work_.push_back(std::move(work)); }
  void run() {
    for (const auto& work : work_) { if (work) work(); }
  }
 private:
  std::vector<std::function<void()>> work_;
};
void greet(Queue& queue, int number) {
  const std::string text = "a greeting that is long enough for the heap " + std::to_string(number);
  queue.post([text] { std::cout << text << '\n'; });
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Queue queue;
  greet(queue, 1);
  queue.run();
}
