#include "node.h"

bool is_directory(const Node* node) { return node && !node->name.empty() && node->name.back() == '/'; }
bool is_large(int size) { return size > 100; }
