// A block is freed two calls away, each in a unit of its own, and used again.
// oracle: asan
#include <initializer_list>

#include "writer.h"

int main() {
  Block* block = take_block();
  for (const char c : {'h', 'u', 'l', 'l'}) append(block, c);
  flush(block);
  append(block, '!');  // expect: H0103
}
