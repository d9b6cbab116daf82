// Each line is moved into the list, and read anew into the same string.
// oracle: clean

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
    text.longest = std::max(text.longest, line.size());
    text.lines.push_back(std::move(line));
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
