// A text has as many words as the list of what is expected: nobody says so, and the author knows it.
// oracle: clean
#include <cstddef>
#include <cstdio>
#include <sstream>
#include <string>

static bool matches(const std::string& text) {
  const std::string expected[2] = {"begin", "end"};
  std::istringstream words(text);
  std::string word;
  std::size_t count = 0;
  while (words >> word) {
    if (word != expected[count++]) return false;
  }
  return count == 2;
}

int main() {
  const bool same = matches("begin end");
  std::printf("%s\n", same ? "the same" : "not the same");
  return same ? 0 : 1;
}
