// The text is copied before it is appended.
// oracle: clean
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
  const std::string copy = line;
  append_twice(line, copy);
  std::cout << line << '\n';
}
