// Two parameters are one string: what is appended is looked at while it grows.
// oracle: asan
#include <iostream>
#include <string>
#include <string_view>

namespace [[hull::safe]] app {
void append_twice(std::string& out, std::string_view text) {
  out.push_back(' ');
  out.append(text);
  out.append(text);
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  std::string line = "a line that is long enough";
  line.shrink_to_fit();
  append_twice(line, line);  // expect: H0910
  std::cout << line << '\n';
}
