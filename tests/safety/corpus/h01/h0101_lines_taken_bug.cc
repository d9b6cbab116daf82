// The length is asked of a line that was moved into the list before.
// oracle: assert

#include <algorithm>
#include <cassert>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

struct Text {
  std::vector<std::string> lines;
  std::size_t longest = 0;
};

Text read(std::istream& in) {
  Text text;
  for (std::string line; std::getline(in, line);) {
    text.lines.push_back(std::move(line));
    text.longest = std::max(text.longest, line.size());  // expect: H0101
  }
  return text;
}

std::vector<std::string> words(std::istream& in) {
  std::vector<std::string> all;
  std::string word;
  while (in >> word) all.push_back(std::move(word));
  return all;
}

int main() {
  std::istringstream page("a line that is too long for a small string\nshort\n");
  const Text text = read(page);
  std::istringstream first(text.lines.front());
  assert(text.longest == text.lines.front().size());
  std::cout << text.lines.size() << ' ' << words(first).size() << '\n';
}
