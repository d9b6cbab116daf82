#include "words.h"

std::string_view first_word(const std::string& text) {
  const std::string_view all = text;
  return all.substr(0, all.find(' '));
}

std::string greeting(int number) { return "good morning, visitor number " + std::to_string(number); }
