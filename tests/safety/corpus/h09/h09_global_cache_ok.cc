// The static holds a copy.
// oracle: clean
#include <iostream>
#include <string>

namespace [[hull::safe]] app {
namespace { std::string g_last; }
std::size_t measure(const std::string& text) {
  g_last = text;
  return text.size();
}
std::size_t again() { return g_last.size(); }
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  std::size_t sum = 0;
  {
    const std::string text = "a text that is long enough";
    sum += measure(text);
  }
  sum += again();
  std::cout << sum << '\n';
}
