// The total is looked up again for each line.
// oracle: clean

#include <boost/container/flat_map.hpp>

#include <iostream>
#include <string>

long tally(int lines) {
  boost::container::flat_map<std::string, long> amounts;
  amounts["total"] = 0;
  for (int i = 0; i < lines; ++i) {
    const long amount = 10L * i;
    amounts["line " + std::to_string(i)] = amount;
    amounts["total"] += amount;
  }
  return amounts["total"];
}

int main() { std::cout << tally(20) << '\n'; }
