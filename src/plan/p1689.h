// Reads what clang-scan-deps says of one translation unit (P1689R5, "Format for describing dependencies of
// source files"): which modules it provides and which it imports.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::plan {

struct ScannedUnit {
  struct Provided {
    std::string name;  ///< "core", or "core:part" for a partition.
    bool is_interface = true;
  };
  struct Required {
    std::string name;             ///< A module, or the header of a header unit.
    bool is_header_unit = false;  ///< `import <vector>;` or `import "x.h";`
  };
  std::vector<Provided> provided;
  std::vector<Required> required;
};

/// Reads a P1689 file of version 0 or 1 that describes one unit. Errors: it is no such file (says what is
/// wrong).
Result<ScannedUnit> parse_p1689(std::string_view text);

}  // namespace hull::plan
