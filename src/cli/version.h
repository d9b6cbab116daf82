// What this hull calls itself.
#pragma once

#include <string_view>

namespace hull::cli {

inline constexpr std::string_view kVersionNumber = "0.1.0";

}  // namespace hull::cli
