// Sorting the words of `--cflags` and `--libs` into what they mean.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/system.h"

namespace hull::source {

/// Adds compile words: -I and -isystem become includes (without those every compiler has: naming /usr/include
/// again would move it before the C++ library's wrappers), -D defines. The library's own choice of standard,
/// optimisation, debug information and warnings is dropped: it is about how the library was built.
void add_compile_words(std::span<const std::string> words, SystemLibrary& library);

/// Adds link words, without -L of directories that are searched anyway, and each -L once.
void add_link_words(std::span<const std::string> words, const SystemSearch& search, SystemLibrary& library);

/// Replaces `-lx` by the path of libx.a where one of the -L directories or the search has it.
void prefer_archives(const SystemSearch& search, SystemLibrary& library);

}  // namespace hull::source
