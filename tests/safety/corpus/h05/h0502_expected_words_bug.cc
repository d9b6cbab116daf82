// Of the words of a text one more is compared than the list of what is expected has.
// oracle: asan
#include <cstddef>
#include <cstdio>
#include <sstream>
#include <string>

static bool matches(const std::string& text) {
  const std::string expected[2] = {"begin", "end"};
  std::istringstream words(text);
  std::string word;
  std::size_t count = 0;
  while (count <= 2 && words >> word) {
    if (word != expected[count++]) return false;  // expect: H0502
  }
  return count >= 2;
}

int main() {
  const bool same = matches("begin end begin");
  std::printf("%s\n", same ? "the same" : "not the same");
  return same ? 0 : 1;
}
