// The last character is appended before the block is flushed and given back.
// oracle: clean
#include <initializer_list>

#include "writer.h"

int main() {
  Block* block = take_block();
  for (const char c : {'h', 'u', 'l', 'l'}) append(block, c);
  append(block, '!');
  flush(block);
}
