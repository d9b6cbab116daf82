// A pointer to a parameter is left in a variable with static storage.
// oracle: asan
#include <iostream>
#include <string>

namespace [[hull::safe]] app {
namespace { const std::string* g_last = nullptr; }
std::size_t measure(const std::string& text) {
  g_last = &text;  // expect: H0911
  return text.size();
}
std::size_t again() { return g_last != nullptr ? g_last->size() : 0; }
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  std::size_t sum = 0;
  {
    const std::string text = "a text that is long enough";
    sum += measure(text);
  }
  sum += again();  // expect?: H0204
  std::cout << sum << '\n';
}
