// The view is of a string that lives as long as it.
// oracle: clean
#include <cstdio>

#include "words.h"

int main() {
  const std::string text = greeting(12);
  const std::string_view word = first_word(text);
  std::printf("%zu\n", word.size());
  std::printf("%c\n", word.front());
}
