// A callee is given a vector and a reference to one of its elements, and grows the vector before it reads.
// oracle: asan
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
  repeat(values, values[0], 100);  // expect: H0910
  std::cout << values.back() << '\n';
}
