// The files as this build sees them: each looked at once, compared with the state log, and hashed only when
// its stamp moved.
//
// Stamps can lie for one tick of the kernel's clock: a file written again within the tick in which we read
// it keeps its stamp. A stamp that young is not trusted (git calls such files "racily clean"); it is recorded as
// unknown, and `settle` reads again when the clock has moved on.
//
// What we looked at can change before a command reads it, and change back before the next build. So a result counts only
// when `moved` says, after the command ended, that each file still is what we took it for. Of directories it
// matters which names came and went: the build's own outputs come and go in them too.
//
// Which look is the first that a build takes at a file is chance: the command that discovers it, another that did, or one
// that read it last time. Several may have started before. So the first look asks when the file was touched, and
// answers for each of them: `touched` compares with the start of any action, whoever looked.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "engine/disk.h"
#include "engine/state_log.h"
#include "engine/tokens.h"

namespace hull::engine {

class Snapshot {
 public:
  Snapshot(StateLog& log, const Disk& disk) : log_(log), disk_(disk), opened_(log.advance()) {}

  /// An action starts: the clock (Disk::now_ns) says `started_ns`, the log's counter stands at `started`.
  void starts(std::int64_t started_ns, std::uint64_t started) {
    starts_.push_back({started_ns, started});
    first_start_ns_ = std::min(first_start_ns_, started_ns);
  }

  /// Looks at `file` unless this build has already. Errors: it is there but cannot be read.
  Result<void> look(FileId file) {
    if (file < states_.size() && states_[file].looked) return {};
    return look_now(file, Role::Input);
  }
  /// The same for a directory in which names could appear: that we write outputs there ourselves is no touch.
  Result<void> look_watched(FileId file) {
    if (file < states_.size() && states_[file].looked) return {};
    return look_now(file, Role::Watched);
  }
  /// Looks again at an output: an action of ours wrote it, and has ended; or at a response file that we
  /// wrote.
  Result<void> look_again(FileId output) { return look_now(output, Role::Output); }

  // The following are for files that have been looked at.
  std::uint64_t content_changed(FileId file) const { return states_[file].content_changed; }
  /// Actions that started before the counter stood here may have read something else than what is there now, though it
  /// may be the content that the log knows. Never less than content_changed.
  std::uint64_t touched(FileId file) const { return std::max(states_[file].touched, states_[file].content_changed); }
  std::uint64_t tokens_changed(FileId file) const { return states_[file].tokens_changed; }
  bool missing(FileId file) const { return states_[file].missing; }
  const FileRecord& record(FileId file) const { return log_.file(file); }

  /// Whether `directory` has an entry `name`, from one listing per build and look.
  bool has_entry(FileId directory, std::string_view name);
  /// Has a listing of `directory` from now on, so that `names_moved` can tell names apart.
  void list(FileId directory);
  /// An action of ours is about to write `output`: that it touches its directory means nothing from now on.
  void will_write(FileId output);
  /// We are about to make `directory`: the same of those in which it, or what is missing above it, appears.
  void will_make(std::string_view directory);
  /// We made it. Who watched it while it was missing watches an empty directory from now on. Errors: it cannot be read.
  Result<void> made(std::string_view directory);
  /// `output` was written by an action of ours: its directory has it now.
  void wrote(FileId output);

  /// True when the file is not what this build took it for: someone edited it since. Costs a statx, and a read
  /// for one whose stamp was too young.
  bool moved(FileId file);
  /// Looks at `directory` again when it was touched. True when names came or went.
  bool refresh(FileId directory);
  /// What is known to have happened in a directory while a command ran.
  struct Moves {
    bool anything = false;  ///< Names moved, and no one can say which.
    bool touched = false;   ///< Some name may have come and gone again, besides `names`.
    std::vector<std::string_view> names;
  };
  /// The moves in `directory` since the counter stood at `since`, as far as `refresh` and `wrote` know.
  Moves moves_since(FileId directory, std::uint64_t since) const;

  /// Grows with every name that came or went in a directory that was listed.
  std::size_t moves() const { return moves_.size(); }

  /// Records trustworthy stamps for the files whose stamps were too young. Waits a tick (4 ms or so) at most.
  void settle();

  /// Every file that was looked at.
  std::vector<FileId> looked() const;

  StateLog& log() { return log_; }
  const Disk& disk() const { return disk_; }

 private:
  struct State {
    std::uint64_t content_changed = 0;
    std::uint64_t tokens_changed = 0;
    std::uint64_t touched = 0;  ///< 0: not since the first action of this build started.
    bool looked = false;
    bool missing = false;
  };
  struct Start {
    std::int64_t clock_ns;
    std::uint64_t counter;
  };
  struct Listing {
    std::vector<std::string> names;
    bool readable = true;
  };
  struct Young {
    Stamp stamp;
    bool ours;  ///< An output, whose writer has ended: its stamp will do once the clock has moved on.
  };
  struct Move {
    enum class What : std::uint8_t { Name, Touch, Anything };
    FileId directory;
    std::uint64_t when;
    What what;
    std::string name = {};
  };
  enum class Role : std::uint8_t { Input, Watched, Output, Refreshed };
  Result<void> look_now(FileId file, Role role);
  Result<TextFacts> read_facts(std::string_view path, bool regular, Digest& content) const;
  std::uint64_t touched_now(FileId file, const Look& seen, Role role);
  bool settle_young(FileId file, const Young& young);
  Listing& listing(FileId directory);
  void grow(FileId file);

  StateLog& log_;
  const Disk& disk_;
  const std::uint64_t opened_;  ///< After all actions of earlier builds, before those of this one.
  std::vector<Start> starts_;              ///< Of this build's actions.
  std::int64_t first_start_ns_ = std::numeric_limits<std::int64_t>::max();
  std::vector<State> states_;
  std::vector<std::uint32_t> listing_of_;  ///< By FileId: index into listings_, plus one; 0 is none.
  std::vector<Listing> listings_;
  std::vector<Move> moves_;                ///< In the order in which they were seen.
  std::vector<FileId> written_;            ///< Directories looked at that got outputs of ours.
  std::unordered_set<std::string> ours_;   ///< Directories that actions of this build write to.
  std::unordered_map<FileId, Young> young_;  ///< Stamps too young to trust when the file was read.
};

}  // namespace hull::engine
