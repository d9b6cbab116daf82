// What the compiles of a target have in common: flags, macros, include directories.
//
// Words are built once per target and language and shared by its units. Order, first to last, and why:
//
//   toolchain and profile     a target may override its profile
//   flags of used libraries   a target may override what libraries ask for
//   the target's own flags
//   include directories       own, generated, used libraries nearest first, system libraries
//   macros                    sorted; of two values for one name the target's own wins, then the nearest
//   HULL_CXXFLAGS and such    a distribution packager has the last word
#pragma once

#include <memory>
#include <unordered_map>

#include "base/result.h"
#include "plan/draft.h"

namespace hull::plan {

/// The shared part of compile commands of one target in one language.
struct CompileSettings {
  Words common;  ///< Compiler first.
  std::shared_ptr<const engine::SearchPath> search;
  std::vector<engine::FileId> sought;  ///< Files that flags name.
  bool reads_comments = false;         ///< So a reworded comment is a change.
};

class Settings {
 public:
  explicit Settings(Draft& draft);

  /// Errors (usage, at the manifest): an include directory that does not exist.
  Result<CompileSettings> of(const TargetNode& node, toolchain::Language language);

  /// The standard that `node` is compiled as: its own, else its package's.
  static const std::string& standard(const Draft& draft, const TargetNode& node);

 private:
  struct Includes {
    std::vector<std::string> own;      ///< -I
    std::vector<std::string> foreign;  ///< -isystem
  };
  Result<Includes> includes(const TargetNode& node);
  Result<void> add_directories(const PackageNode& package, const std::vector<manifest::Text>& written,
                               std::vector<std::string>& list);
  std::vector<std::string> macros(const TargetNode& node) const;
  std::vector<std::string> prefix_maps() const;

  Draft& draft_;
  std::unordered_map<std::string, bool> exists_;  ///< By directory as in argv.
  std::vector<std::string> prefix_maps_;
};

/// The libraries of its own package whose private includes and macros a unit test shares, since it stands
/// beside their code; and the program whose objects it borrows.
std::vector<std::size_t> tested_targets(const Draft& draft, const TargetNode& node);

}  // namespace hull::plan
