// Decides which actions must run.
//
// An action is clean when its command digest equals the recorded one, no input changed after it started,
// no header has appeared that would shadow one it read, and its outputs are what it left. "Changed" is
// decided by content (or by tokens) and counted by the state log, never by comparing mtimes of different
// files: a clock that steps back, a checkout that restores old times or a copied tree would hide a change.
// See docs/design/dirtiness.md for the table of changes and outcomes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "engine/absence.h"
#include "engine/action.h"
#include "engine/snapshot.h"

namespace hull::engine {

/// Why an action will run, in the words shown by `hull build --explain`.
struct Dirt {
  enum class Cause {
    NeverRan,
    CommandChanged,
    InputChanged,
    InputMissing,
    InputPending,  ///< Not known yet: an action of this build has still to settle it.
    HeaderShadowed,
    OutputMissing,
    OutputChanged,
    Verification,
  };
  Cause cause;
  FileId file = kNoFile;  ///< The input, directory or output concerned; unset for NeverRan and CommandChanged.
};

/// "input src/a.h changed"
std::string explain(const Dirt& dirt, const FileTable& files);

/// The first cause found for `action` to run, or nullopt when it is clean. `pending` says, by FileId, which files
/// some action may still write; meeting one of those among the inputs gives InputPending.
///
/// Costs one `statx` per input, watched directory and output not yet seen in this build; reads a file only
/// when its stamp moved. Errors: an input that exists but cannot be read.
Result<std::optional<Dirt>> why_dirty(const Action& action, const Digest& command, Snapshot& snapshot,
                                      Absence& absence, std::span<const std::uint8_t> pending);

}  // namespace hull::engine
