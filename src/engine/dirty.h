// Decides which actions must run.
//
// An action is clean when its command digest equals the recorded one, no input changed after it started,
// no header has appeared that would shadow one it read, and its outputs are what it left. "Changed" is
// decided by content (or by tokens) and counted by the state log, never by comparing mtimes of different
// files: a clock that steps back, a checkout that restores old times or a copied tree would hide a change.
// See docs/design/dirtiness.md for the table of changes and outcomes.
//
// The response file must be as it was, too. No build needs that, because it is written anew before the
// command runs; but the command that `-vv` shows names it, and must mean the same when a person runs it.
// Another plan, or a build that was killed, can have written another one there and yet have left the record
// and the outputs alike.
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
    ResponseChanged,
    Verification,
  };
  Cause cause;
  FileId file = kNoFile;  ///< The input, directory, output or response file concerned; unset for NeverRan and
                          ///< CommandChanged.
};

/// "input src/a.h changed"
std::string explain(const Dirt& dirt, const FileTable& files);

/// The first cause found for `action` to run, or nullopt when it is clean. `pending` says, by FileId, which
/// files some action may still write; meeting one of those among the inputs gives InputPending.
///
/// Costs one `statx` per input, watched directory, output and response file not yet seen in this build; reads
/// a file only when its stamp moved. Errors: an input that exists but cannot be read.
Result<std::optional<Dirt>> why_dirty(const Action& action, const Digest& command, Snapshot& snapshot,
                                      Absence& absence, std::span<const std::uint8_t> pending);

}  // namespace hull::engine
