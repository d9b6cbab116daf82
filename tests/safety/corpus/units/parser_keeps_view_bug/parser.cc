#include "parser.h"

Parser::Parser(std::string_view text) : text_(text) {}

std::vector<int> Parser::numbers() const {
  std::vector<int> found;
  int value = -1;
  for (const char c : text_) {
    if (c >= '0' && c <= '9') {
      value = (value < 0 ? 0 : value) * 10 + (c - '0');
    } else if (value >= 0) {
      found.push_back(value);
      value = -1;
    }
  }
  if (value >= 0) found.push_back(value);
  return found;
}

std::string load_settings(int profile) {
  return "timeout 30 retries 5 profile " + std::to_string(profile) + " verbose 0";
}
