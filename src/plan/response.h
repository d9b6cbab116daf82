// Response files: words of a command line that is too long for the kernel, one a line.
//
// GCC's, Clang's and binutils' drivers read them alike
// (https://gcc.gnu.org/onlinedocs/gcc/Overall-Options.html, "@file"), and so does hull-check.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/action.h"

namespace hull::plan {

/// Whatever is in a word stands for itself.
std::string response_text(std::span<const std::string> words);

/// Adds `words` to the command of `action`, through a response file at `path` when they are long.
void add_words(engine::Action& action, std::vector<std::string> words, std::string path);

}  // namespace hull::plan
