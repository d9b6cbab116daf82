// A visitor that is run over a container's elements adds to the container.
// oracle: asan
#include <iostream>
#include <string>
#include <vector>

namespace [[hull::safe]] app {
class Names {
 public:
  void add(std::string name) { names_.push_back(std::move(name)); }
  template <class Visit>
  void each(Visit visit) const {
    for (std::size_t i = 0; i < names_.size() && i < 3; ++i) visit(names_[i]);
  }
 private:
  std::vector<std::string> names_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Names names;
  names.add("the only name, which is long enough");
  std::size_t total = 0;
  names.each([&](const std::string& name) {  // expect: H0910
    names.add("another name that is long enough");
    total += name.size();
  });
  std::cout << total << '\n';
}
