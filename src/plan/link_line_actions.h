// The actions that ask compiler drivers how they link (link_line.h): one per driver and flags.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "plan/draft.h"

namespace hull::plan {

class LinkLineActions {
 public:
  explicit LinkLineActions(Draft& draft) : draft_(draft) {}

  /// Where an answer stands.
  struct Line {
    std::string path;  ///< As in argv.
    engine::FileId file = engine::kNoFile;
  };

  /// True for Clang with lld. GCC's drivers start their linker through `collect2` and a plugin of their own.
  static bool can_ask(const toolchain::Toolchain& tools, const toolchain::Compiler& driver);

  /// The answer for links by `driver_and_flags`, what names files, and `last`. Adds its action when it is the
  /// first of this kind.
  Result<Line> ask(const std::vector<std::string>& driver_and_flags, const std::vector<std::string>& last);

 private:
  Draft& draft_;
  std::map<std::string, Line> lines_;  ///< By path.
};

}  // namespace hull::plan
