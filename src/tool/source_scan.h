// What a source says about itself, read without a compiler: good enough to describe a project, not to build
// it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hull::tool {

struct SourceFacts {
  bool has_main = false;            ///< A function called main is defined at namespace scope.
  std::vector<std::string> quoted;  ///< `#include "x"`, in order.
  std::vector<std::string> angled;  ///< `#include <x>`.
};

/// Reads C or C++ text; comments, string and character literals (raw ones too) are skipped.
SourceFacts scan_source(std::string_view text);

}  // namespace hull::tool
