// Running an ActionGraph until what is wanted is up to date.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/action.h"
#include "engine/state_log.h"

namespace hull::engine {

class ActionCache;

/// How to build.
struct BuildOptions {
  std::string root;                    ///< Absolute: the working directory of every action.
  unsigned jobs = 0;                   ///< Parallel actions; 0: the CPUs we may use.
  bool keep_going = false;             ///< Go on with what does not depend on a failure.
  bool explain = false;                ///< Report why each action runs.
  ActionCache* cache = nullptr;        ///< Null: no action cache.
  std::vector<std::string> environment;  ///< Ours, for MAKEFLAGS (jobserver client).
  std::size_t verify = 0;              ///< So many results that are up to date and in the cache run again, past it, and are
                                       ///< compared with what it holds: others in each build. Needs `cache`.
  std::int64_t begun_ns = 0;           ///< Disk::fine_now_ns() of when hull started; 0: now. The earlier, the less we
                                       ///< wait for the clock that stamps files to pass it.
};

/// How an action came to be up to date, or not.
enum class Outcome { Clean, Ran, CacheHit, Failed, Skipped };

/// What happened to one action.
struct ActionEvent {
  ActionId action = kNoAction;
  Outcome outcome = Outcome::Clean;
  unsigned slot = 0;                   ///< 0-based lane in which it ran.
  std::chrono::steady_clock::time_point begin, end;
  std::int64_t max_rss_kib = 0;
  int exit_code = 0;
  int signal = 0;
  std::string output;                  ///< Its standard output and error, whole, never mixed with another's.
  std::string explanation;             ///< With `explain`: "input src/a.h changed".
};

/// Numbers for a progress line.
struct Progress {
  std::size_t done = 0;      ///< Finished of those that had to run.
  std::size_t total = 0;     ///< That had to run, as far as known; may shrink by early cut-off.
  std::chrono::milliseconds remaining{0};  ///< Estimate from learned durations; 0 when unknown.
};

/// Told what happens. Called from the thread that called `build`.
class Observer {
 public:
  virtual ~Observer() = default;
  /// The action stays where it is until the build has ended.
  virtual void started(const Action&, unsigned /*slot*/, const Progress&) {}
  /// Also told, as Outcome::Clean, of an action that is up to date and whose kept output is to be shown
  /// again.
  virtual void finished(const Action&, const ActionEvent&, const Progress&) {}
  virtual void message(std::string_view /*text*/) {}  ///< "waiting for memory", "lock held by ...".
  virtual void tick(const Progress&) {}               ///< Some ten times a second while actions run.
};

/// A result in the cache that running its action again did not give.
struct Unlike {
  ActionId action;
  FileId output;  ///< The first that differs.
};

struct BuildSummary {
  std::size_t clean = 0, ran = 0, cache_hits = 0, failed = 0, skipped = 0;
  bool interrupted = false;            ///< SIGINT or SIGTERM ended it; children are gone.
  std::vector<ActionId> failures;
  bool moved = false;                  ///< A file changed while commands read it: those run again in the next build.
  std::size_t verified = 0;            ///< Results that ran again and were compared with the cache.
  std::vector<Unlike> unlike;          ///< Those of them that differed; the cache has forgotten them.
  std::vector<FileId> looked;          ///< Every file the answer rests on (for engine/seal.h).
};

/// Brings `wanted` (files; outputs of actions or sources) up to date.
///
/// Errors: a source that no action makes is missing, a cycle (names its files), a state log that cannot be
/// written. A failing action is no error of the call: it is counted in the summary.
Result<BuildSummary> build(ActionGraph& graph, StateLog& log, std::span<const FileId> wanted,
                           const BuildOptions& options, Observer& observer);

}  // namespace hull::engine
