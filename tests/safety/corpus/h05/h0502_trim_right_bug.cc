// Text of blanks only is trimmed past its beginning.
// oracle: asan
#include <cstdio>
#include <string>

static std::string trimmed(const std::string& text) {
  int last = static_cast<int>(text.size()) - 1;
  while (text[last] == ' ') --last;  // expect: H0502
  return text.substr(0, last + 1);
}

int main() {
  std::printf("[%s]\n", trimmed("left  ").c_str());
  std::printf("[%s]\n", trimmed("                                    ").c_str());
  return 0;
}
