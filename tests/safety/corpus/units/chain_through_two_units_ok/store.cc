#include "store.h"

Block* take_block() { return new Block; }
void give_back(Block* block) { delete block; }
