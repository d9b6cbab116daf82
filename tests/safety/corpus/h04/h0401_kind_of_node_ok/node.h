#pragma once

#include <string>
#include <vector>

struct Node {
  std::string name;
  int size = 0;
};

bool is_directory(const Node* node);
bool is_large(int size);
