// The element is copied before the vector grows.
// oracle: clean
#include <iostream>
#include <vector>

namespace [[hull::safe]] app {
void repeat(std::vector<int>& values, const int& value, int times) {
  for (int i = 0; i < times; ++i) values.push_back(value);
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  std::vector<int> values{1};
  const int first = values[0];
  repeat(values, first, 100);
  std::cout << values.back() << '\n';
}
