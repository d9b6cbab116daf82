// What was the newest is the oldest after five rounds, and it is gone by then.
// oracle: asan
#include <iostream>
#include <string>
#include <vector>

[[hull::safe]] int main() {
  std::vector<std::string> log;
  log.reserve(6);
  const std::string* a = nullptr;
  const std::string* b = nullptr;
  const std::string* c = nullptr;
  const std::string* d = nullptr;
  const std::string* e = nullptr;
  std::size_t total = 0;
  for (int i = 0; i < 12; ++i) {
    if (e != nullptr) total += e->size();  // expect: H0302
    e = d;
    d = c;
    c = b;
    b = a;
    log.push_back("an entry that is long enough for the heap");
    a = &log.back();
  }
  std::cout << total << '\n';
}
