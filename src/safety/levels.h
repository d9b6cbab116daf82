// How loud findings are, by where they stand.
//
// A package of a workspace says how strict the checker is with it, and its headers are compiled into units of
// others: what is found in them is told as their own package wants it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hull::safety {

enum class Level { Deny, Warn, Allow };

class Levels {
 public:
  /// `Deny` for all, until rules say otherwise.
  Levels() = default;
  explicit Levels(Level otherwise) : otherwise_(otherwise) {}

  /// "LEVEL" for all files, or "LEVEL:DIRECTORY" for those below a directory. False when it is neither.
  bool add(std::string_view rule);
  /// The same of a profile: "DIRECTORY" is `Deny` below it, "off:DIRECTORY" `Allow`. False without a
  /// directory.
  bool add_profile(std::string_view rule);

  /// That of the innermost directory around `path`, which is spelled as directories were: relative to the
  /// same place, or absolute.
  Level of(std::string_view path) const;

 private:
  void add(std::string_view directory, Level level);

  Level otherwise_ = Level::Deny;
  std::vector<std::pair<std::string, Level>> below_;  ///< Directories end in a slash.
};

}  // namespace hull::safety
