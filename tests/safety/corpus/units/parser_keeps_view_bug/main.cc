// The constructor, in another unit, keeps a view of the text, which is a temporary here.
// oracle: asan
#include <cstdio>

#include "parser.h"

int main() {
  const Parser parser(load_settings(7));     // expect?: H0203
  for (const int number : parser.numbers())  // expect?: H0203
    std::printf("%d\n", number);
}
