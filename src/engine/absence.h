// Negative dependencies: headers that do not exist, and would be found first if they did.
//
// A depfile tells what was read. It does not tell that `include/config.h` was looked for in `src/` first. For
// every file a compile read we derive the paths that lookup passed over:
//
//   1. a file found as directory[i]/name: directory[j]/name for every j < i;
//   2. a file with `#include "name"`: name beside that file;
//   3. a file with `__has_include(name)`, or a name with "..": every place where name would be found;
//   4. a file with `#include MACRO`: beside that file, every name that an input has below the search path.
//   What the macro
//      means follows from the inputs and the command; so if it was not found beside, it is one of those.
//
// The candidates that exist are folded into one number (the absence digest). Recorded with the action is that
// number and what it rests on: the directories in which candidates would appear, and entries there that could
// become a header without a change of the directory (a link to nothing, a directory of that name). Only when
// one of those has changed is the number computed again. See docs/design/dirtiness.md.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "engine/action.h"
#include "engine/snapshot.h"

namespace hull::engine {

/// What the candidates of one action come to.
struct AbsenceResult {
  std::uint64_t digest = 0;
  std::vector<FileId> watched;  ///< Directories and doubtful entries, sorted, each once.
};

/// Computes absence digests; remembers what it found per file and search path for one build.
class Absence {
 public:
  explicit Absence(Snapshot& snapshot) : snapshot_(snapshot) {}

  /// For an action that searches `search` and read `inputs` (looked at before, each once). Costs a look-up per input once
  /// the inputs are known, some string work per input before.
  Result<AbsenceResult> compute(const SearchPath* search, std::span<const FileId> inputs);

  /// Whether a candidate of the action came or went while it ran, that is since the counter stood at `since`: then no one
  /// can say what its command saw. `inputs` are sorted. Costs little unless names moved in one of the directories `watched`.
  Result<bool> disturbed(const SearchPath* search, std::span<const FileId> inputs, std::span<const FileId> watched,
                         std::uint64_t since);

 private:
  struct PerFile {
    std::uint64_t content_changed = 0;  ///< Of the file, when this was derived from it.
    std::uint64_t digest = 0;
    std::vector<FileId> watched;
    bool computes = false;  ///< It has `#include MACRO`.
  };

  /// Calls `visit(directory, name, query)` for each candidate of `file` by rules 1 to 3: name may have
  /// slashes.
  template <class Visit>
  Result<void> each_candidate(const SearchPath& search, FileId file, const Visit& visit) const;
  /// The same for rule 4; `computing` are directories of files with `#include MACRO`.
  template <class Visit>
  Result<void> each_computed(const SearchPath& search, std::span<const FileId> inputs,
                             const std::set<std::string_view>& computing, const Visit& visit) const;
  bool computes(FileId file) const;
  /// Whether a header stands at `candidate` that is none of `inputs`.
  bool passed_over(std::string_view candidate, std::span<const FileId> inputs) const;
  Result<void> add_candidate(std::string_view directory, std::string_view name, bool query, PerFile& result);
  Result<FileId> watch(std::string_view directory, PerFile& result);

  Snapshot& snapshot_;
  std::size_t moves_seen_ = 0;  ///< Snapshot::moves() when `known_` was last right.
  std::unordered_map<const SearchPath*, std::unordered_map<FileId, PerFile>> known_;
};

}  // namespace hull::engine
