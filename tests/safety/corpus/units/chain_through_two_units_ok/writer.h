#pragma once

#include "store.h"

/// Writes the block out; it is not there afterwards.
void flush(Block* block);
/// Adds a character; says whether there was room.
bool append(Block* block, char c);
