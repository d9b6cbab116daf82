// A hash for maps from strings that are asked with views.
#pragma once

#include <cstddef>
#include <string_view>

#include <xxhash.h>

namespace hull {

/// For `std::unordered_map<std::string, T, StringHash, std::equal_to<>>`: `find` takes a view without making a string.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return XXH3_64bits(text.data(), text.size()); }
};

}  // namespace hull
