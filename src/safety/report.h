// Findings in words.
#pragma once

#include <optional>
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
  /// The text at `where` begins with `old`, which `now` should stand for. Sure, or not there.
  struct Edit {
    Where where;
    std::string old, now;
  };
  const char* code;  ///< "H0103"
  Where where = 0;
  std::string text;
  std::vector<Note> notes;  ///< In the order in which things happen.
  std::size_t before = 0;   ///< How many of the notes happen before the finding itself.
  std::string label = {};   ///< What happens at `where`, in a few words: "used here".
  std::string help = {};    ///< What would be right, or empty.
  std::optional<Edit> edit = {};
};

/// Words for what is wrong in a function.
Message message(const Finding& finding, const Facts& facts);

/// Strict code calls `name` at `where`, which is not checked, or (when not `seen`) has a body that nobody has
/// shown to the checker.
Message unchecked_call(Where where, std::string_view name, bool seen);

/// `[[hull::unsafe]]` at `where` says no reason.
Message unsafe_without_reason(Where where);

}  // namespace hull::safety
