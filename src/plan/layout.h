// Where things stand in the target directory, and how paths are spelled in command lines.
//
// Commands run in the workspace root. A path inside it is spelled relative to it, so that the same
// tree in another place has the same command lines (and the same action digests); a path outside is
// absolute. See docs/design/plan.md for the whole layout.
#pragma once

#include <string>
#include <string_view>

#include "manifest/model.h"

namespace hull::plan {

class Layout {
 public:
  /// Both absolute and normal.
  Layout(std::string root, std::string target_directory);

  const std::string& root() const { return root_; }
  /// The target directory of the profile, as in argv: "target/debug".
  const std::string& target() const { return target_; }
  /// True when nothing that is built stands outside the root.
  bool target_inside() const { return !target_.starts_with('/'); }

  /// An absolute normal path as in argv; the root itself is "".
  std::string spelled(std::string_view absolute) const;

  /// "target/debug/libcore.a", "target/debug/tests/core/unit"; "" for what makes no file. A shared library is
  /// named by its soname, "target/debug/libcore.so.1": so programs find it as they will when it is installed.
  std::string output(std::string_view package, const manifest::Target& target) const;
  /// "target/debug/obj/core/libcore".
  std::string object_directory(std::string_view package, const manifest::Target& target) const;
  /// "target/debug/gen/core".
  std::string generated(std::string_view package) const;
  /// "target/debug/bmi/core".
  std::string bmis(std::string_view package) const;
  /// "target/debug/obj/.link/NAME.line".
  std::string link_line(std::string_view name) const;
  /// "target/debug/.hull/NAME", absolute.
  std::string state(std::string_view name) const;

 private:
  std::string root_;
  std::string absolute_target_;
  std::string target_;
};

/// The default of `soversion` for a package of this version: what SemVer lets break with it. "2" for 2.1.0,
/// "0.3" for 0.3.1;
/// "" for 0.0.0, which is no version.
std::string soversion(std::string_view version);

/// `relative` as a path that stays below the directory it is joined to: ".." becomes "__up", a leading
/// "/" becomes "__root/".
std::string contained(std::string_view relative);

/// A path as a word that no program takes for an option or a response file: "-x.cc" is "./-x.cc".
std::string operand(std::string path);

/// `a`/`b`, with an empty or "." `a` leaving `b` alone.
std::string below(std::string_view a, std::string_view b);

}  // namespace hull::plan
