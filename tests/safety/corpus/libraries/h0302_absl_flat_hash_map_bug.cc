// The counter of the previous word is kept while the next word is put into a table that moves its elements when it grows.
// oracle: asan
// pkg-config: absl_flat_hash_map

#include <absl/container/flat_hash_map.h>

#include <iostream>
#include <sstream>
#include <string>

int repeated(std::istream& text) {
  absl::flat_hash_map<std::string, int> seen;
  int* previous = nullptr;
  int total = 0;
  for (std::string word; text >> word;) {
    int& now = seen[word];
    if (previous) total += *previous > 1;  // expect: H0302
    ++now;
    previous = &now;
  }
  return total;
}

int main() {
  std::istringstream text("the quick brown fox jumps over the lazy dog and the cat and then some more of the words that make it grow");
  std::cout << repeated(text) << '\n';
}
