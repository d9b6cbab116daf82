// The rounds remember numbers of entries.
// oracle: clean
#include <iostream>
#include <string>
#include <vector>

[[hull::safe]] int main() {
  std::vector<std::string> log;
  log.reserve(6);
  constexpr std::size_t kNone = ~std::size_t{0};
  std::size_t a = kNone, b = kNone, c = kNone, d = kNone, e = kNone;
  std::size_t total = 0;
  for (int i = 0; i < 12; ++i) {
    if (e != kNone) total += log.at(e).size();
    e = d;
    d = c;
    c = b;
    b = a;
    log.push_back("an entry that is long enough for the heap");
    a = log.size() - 1;
  }
  std::cout << total << '\n';
}
