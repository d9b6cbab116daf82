// The total is a reference into a sorted vector, which moves its elements for each new key.
// oracle: asan

#include <boost/container/flat_map.hpp>

#include <iostream>
#include <string>

long tally(int lines) {
  boost::container::flat_map<std::string, long> amounts;
  long& total = amounts["total"];
  for (int i = 0; i < lines; ++i) {
    const long amount = 10L * i;
    amounts["line " + std::to_string(i)] = amount;
    total += amount;  // expect: H0302
  }
  return amounts["total"];
}

int main() { std::cout << tally(20) << '\n'; }
