// The line is freed through the pointer that was moved past its indentation.
// oracle: asan

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>

char* duplicate(const char* begin, std::size_t size) {
  char* copy = static_cast<char*>(std::malloc(size + 1));
  if (copy == nullptr) std::abort();
  std::memcpy(copy, begin, size);
  copy[size] = '\0';
  return copy;
}

int count_directives(const char* text) {
  int directives = 0;
  while (*text != '\0') {
    std::size_t size = std::strcspn(text, "\n");
    char* line = duplicate(text, size);
    while (std::isspace(static_cast<unsigned char>(*line))) ++line;
    if (*line == '@') {
      ++directives;
      std::printf("%s\n", line + 1);
    }
    std::free(line);  // expect: H0104
    text += size;
    if (*text == '\n') ++text;
  }
  return directives;
}

int main() { std::printf("%d directives\n", count_directives("@include a\nlet x\n  @include b\n")); }
