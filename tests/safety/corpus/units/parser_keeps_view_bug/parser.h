#pragma once

#include <string>
#include <string_view>
#include <vector>

class Parser {
 public:
  explicit Parser(std::string_view text);
  std::vector<int> numbers() const;

 private:
  std::string_view text_;
};

std::string load_settings(int profile);
