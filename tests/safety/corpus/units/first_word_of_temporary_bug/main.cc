// A helper of another unit returns a view of its argument, which is a temporary here.
// oracle: asan
#include <cstdio>

#include "words.h"

int main() {
  const std::string_view word = first_word(greeting(12));  // expect?: H0203
  std::printf("%zu\n", word.size());
  std::printf("%c\n", word.front());  // expect?: H0203
}
