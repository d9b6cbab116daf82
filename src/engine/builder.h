// One run of a graph: which actions are needed, which are dirty, and running those.
//
// Every needed action goes through the states below. Whether it is dirty is decided when all it waits for has
// settled, never before: an action whose inputs were made again, byte for byte the same, stays clean.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "base/string_hash.h"
#include "engine/absence.h"
#include "engine/action_cache.h"
#include "engine/build.h"
#include "engine/children.h"
#include "engine/dirty.h"
#include "engine/discovered.h"
#include "engine/jobserver.h"
#include "engine/memory_guard.h"
#include "engine/schedule.h"
#include "engine/snapshot.h"

namespace hull::engine {

class Builder {
 public:
  Builder(ActionGraph& graph, StateLog& log, const Disk& disk, const BuildOptions& options, Jobserver jobserver,
          Observer& observer);

  Result<BuildSummary> run(std::span<const FileId> wanted);

 private:
  enum class State : std::uint8_t {
    Unneeded,
    Visiting,  ///< On the stack of the search: meeting it again is a cycle.
    Needed,    ///< Found by the search, not looked at yet.
    Waiting,   ///< For actions that make its inputs.
    Ready,     ///< Dirty; in the queue.
    Running,
    Done,      ///< Up to date.
    Failed,    ///< It, or something it needs.
  };

  struct Running {
    ActionId action = kNoAction;
    Digest command;
    std::uint64_t started = 0;
    std::chrono::steady_clock::time_point begin;
    std::string explanation;
    std::optional<Digest> cache_key;
    std::optional<CachedVariant> expected;  ///< What the cache holds for it, when that is being verified.
  };

  /// What goes into the cache when its result counts.
  struct PendingInsert {
    Digest key;
    CachedVariant variant;
    std::vector<std::string> paths;
  };
  /// A result that counts once its inputs are known to have stayed as they were while the command ran.
  struct Unproven {
    ActionId action;
    ActionResult result;
    std::optional<PendingInsert> insert;
    std::optional<CachedVariant> expected;
  };
  /// A cached result whose inputs are all as they are now.
  struct Fitting {
    CachedVariant variant;
    ActionResult result;  ///< Of the action, once its outputs are restored.
  };

  // Finding what is needed (needed.cc).
  Result<void> need(FileId file);
  Result<void> search(ActionId root);
  std::unexpected<Error> cycle_through(ActionId action, const std::vector<ActionId>& stack) const;
  void wait_for(ActionId action, ActionId producer);
  bool depends_on(ActionId action, ActionId on) const;

  // Deciding.
  Result<void> consider_unblocked();
  Result<void> consider(ActionId id);
  Result<bool> wait_for_producer(ActionId id, FileId input);
  Result<bool> read_late_inputs(ActionId id);
  void done(ActionId id);
  void tell_again(ActionId id);
  void fail_action(ActionId id, ActionEvent event);
  void cannot_run(ActionId id, const Error& error);

  // Running.
  Result<void> start_ready();
  unsigned free_slot() const;
  Result<void> look_at_inputs(const Action& action);
  Result<bool> start(ActionId id, unsigned slot);
  Result<void> prepare_outputs(const Action& action);
  Result<void> make_way(std::string_view output);
  void wait_for_a_tick();
  void list_search_path(const Action& action);
  Result<void> finish_all(std::vector<Ended> ended);
  Running release(const Ended& end);
  Result<void> finish(const Running& running, const Ended& end);

  // Whether a result counts (accept.cc).
  Result<std::optional<std::string>> accept(const Running& running, const Ended& end, ActionEvent& event);
  Result<void> discover(const Running& running, bool succeeded, std::vector<FileId>& discovered);
  std::vector<FileId> included_bytes(const Action& action, const std::vector<FileId>& inputs);
  Result<void> look_at_outputs(const Action& action, bool succeeded);
  std::vector<FileId> declared_inputs(ActionId id) const;
  Result<void> prove_results(bool all);
  bool stayed(const Unproven& unproven, std::span<const std::uint8_t> moved);

  // The action cache (builder_cache.cc).
  Result<std::optional<Digest>> cache_key(ActionId id);
  Result<bool> serve_from_cache(ActionId id, const Digest& key);
  std::optional<Fitting> fit(ActionId id, CachedVariant variant);
  bool restore_outputs(const Action& action, const CachedVariant& variant);
  Result<bool> variant_fits(const Action& action, const CachedVariant& variant, std::vector<FileId>& inputs);
  Digest compared_digest(const Action& action, bool exact, FileId file) const;
  std::optional<PendingInsert> to_remember(const Running& running, const ActionResult& result,
                                           const std::vector<FileId>& discovered, const std::string& text);
  void insert(const PendingInsert& insert);
  void choose_sample();
  std::optional<CachedVariant> expected_from_cache(ActionId id, const Digest& key);
  bool as_expected(const Unproven& unproven);

  void prioritise();
  Progress progress() const;

  ActionGraph& graph_;
  StateLog& log_;
  const Disk& disk_;
  const BuildOptions& options_;
  Observer& observer_;
  Snapshot snapshot_;
  Absence absence_;
  DiscoveredPaths discovered_;
  MemoryGuard memory_;
  Jobserver jobserver_;
  Children children_;

  const std::int64_t begun_ns_ = options_.begun_ns != 0 ? options_.begun_ns : Disk::fine_now_ns();
  std::vector<State> states_;
  std::vector<std::uint8_t> pending_;      ///< By FileId: an action may still write it.
  std::vector<std::uint32_t> waiting_for_;
  std::vector<std::vector<ActionId>> dependents_;
  std::vector<std::vector<FileId>> late_inputs_;
  std::vector<std::uint8_t> late_read_;
  std::vector<Digest> commands_;
  std::vector<std::uint8_t> sampled_;      ///< Actions to run though they are clean, to verify the cache.
  std::vector<std::string> explanations_;
  std::vector<std::uint32_t> durations_;   ///< Milliseconds, learned.
  std::vector<std::uint64_t> urgency_;
  std::vector<ActionId> order_;            ///< Needed actions, producers first.
  std::vector<ActionId> unblocked_;        ///< Waiting for nothing any more; to be considered.
  ReadyQueue ready_;
  std::vector<Running> slots_;
  std::vector<Unproven> unproven_;
  std::chrono::steady_clock::time_point proved_at_{};
  std::unordered_set<const SearchPath*> listed_;
  /// Directories of outputs, and whether nothing is in them but what actions of this build wrote.
  std::unordered_map<std::string, bool, StringHash, std::equal_to<>> directories_;
  bool stopping_ = false;
  bool warned_ = false;                    ///< Of a sandbox that cannot be had, or a cache that cannot be written.
  std::size_t open_ = 0;                   ///< Needed actions that are not settled.
  std::uint64_t remaining_ms_ = 0;
  BuildSummary summary_;
};

}  // namespace hull::engine
