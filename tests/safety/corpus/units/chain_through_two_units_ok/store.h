#pragma once

struct Block {
  int used = 0;
  char bytes[60] = {};
};

Block* take_block();
void give_back(Block* block);
