// The largest of nothing is the end.
// oracle: asan
#include <algorithm>
#include <iostream>
#include <vector>

namespace [[hull::safe]] app {
int largest(const std::vector<int>& values) {
  return *std::max_element(values.begin(), values.end());  // expect: H0404
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  std::vector<int> values;
  values.reserve(0);
  std::cout << largest(values) << '\n';
}
