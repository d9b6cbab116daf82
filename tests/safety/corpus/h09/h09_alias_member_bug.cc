// A member function is given a reference to what it erases.
// oracle: asan
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace [[hull::safe]] app {
class Registry {
 public:
  void add(const std::string& name) { order_.push_back(name); known_[name] = static_cast<int>(order_.size()); }
  const std::string& oldest() const { return order_.front(); }
  int remove(const std::string& name) {
    std::erase(order_, name);
    return static_cast<int>(known_.erase(name));
  }
 private:
  std::vector<std::string> order_;
  std::map<std::string, int> known_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Registry registry;
  registry.add("a name that is too long for the small buffer");
  std::cout << registry.remove(registry.oldest()) << '\n';  // expect: H0910
}
