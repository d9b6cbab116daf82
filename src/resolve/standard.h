// Language standards that can be compared.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hull::resolve {

/// A standard of C++, with or without GNU's extensions, which do not matter to the code of others.
struct Standard {
  std::uint16_t year = 2020;

  /// "C++20".
  std::string text() const;
  friend auto operator<=>(const Standard&, const Standard&) = default;
};

/// Reads "c++20" or "gnu++20". Errors (usage): what is known.
Result<Standard> parse_standard(std::string_view text);

}  // namespace hull::resolve
