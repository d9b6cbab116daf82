// Findings in words.
#pragma once

#include <string>
#include <vector>

#include "safety/interpret.h"

namespace hull::safety {

/// A finding as a person reads it.
struct Message {
  struct Note {
    Where where;
    std::string text;
  };
  const char* code;  ///< "H0103"
  Where where = 0;
  std::string text;
  std::vector<Note> notes;  ///< In the order in which things happen.
};

/// Words for what is wrong in a function.
Message message(const Finding& finding, const Facts& facts);

}  // namespace hull::safety
