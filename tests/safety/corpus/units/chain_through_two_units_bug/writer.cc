#include "writer.h"

#include <cstdio>

void flush(Block* block) {
  std::printf("%.*s\n", block->used, block->bytes);
  give_back(block);
}

bool append(Block* block, char c) {
  if (block->used == static_cast<int>(sizeof block->bytes)) return false;
  block->bytes[block->used++] = c;
  return true;
}
