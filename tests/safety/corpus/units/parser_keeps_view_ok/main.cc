// The parser looks at a string that outlives it.
// oracle: clean
#include <cstdio>

#include "parser.h"

int main() {
  const std::string settings = load_settings(7);
  const Parser parser(settings);
  for (const int number : parser.numbers())
    std::printf("%d\n", number);
}
