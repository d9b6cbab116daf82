// The position is compared with the end first.
// oracle: clean
#include <algorithm>
#include <iostream>
#include <vector>

namespace [[hull::safe]] app {
int largest(const std::vector<int>& values) {
  const auto found = std::max_element(values.begin(), values.end());
  return found == values.end() ? 0 : *found;
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  std::vector<int> values;
  values.reserve(0);
  std::cout << largest(values) << '\n';
}
