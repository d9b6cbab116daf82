// `hull build --timings`: one self-contained HTML page about where a build's time went.
//
// A timeline with a row per slot, the critical path (the chain of actions that no number of CPUs makes
// shorter), the slowest actions, and the headers that cost most over all units, from Clang's -ftime-trace.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/action.h"

namespace hull::tool {

/// One action that ran or came from the cache. Times are seconds since the build began.
struct TimedAction {
  engine::ActionId action = engine::kNoAction;
  unsigned slot = 0;
  double begin = 0, end = 0;
  bool restored = false;  ///< From the action cache.
  bool failed = false;
  std::int64_t max_rss_kib = 0;
};

/// What the page says about the build as a whole.
struct BuildFacts {
  std::string title;  ///< "greeter", the workspace's name.
  std::string profile;
  std::string command;  ///< The command line, for people.
  std::string date;     ///< Already formatted; the clock is the caller's.
  double seconds = 0;
  std::size_t clean = 0;  ///< Actions that had nothing to do.
};

/// The longest chain of `timed` actions by sum of durations, first to last (indices into `timed`).
std::vector<std::size_t> critical_path(const engine::ActionGraph& graph, std::span<const TimedAction> timed);

/// What one header cost over all units that read it.
struct HeaderCost {
  std::string path;
  double total = 0;  ///< Seconds in it, with what it includes.
  double own = 0;    ///< Seconds in it alone.
  unsigned units = 0;
};

/// By path.
using HeaderCosts = std::unordered_map<std::string, HeaderCost>;

/// Adds the `Source` events of one -ftime-trace file (Clang's JSON) to `costs`; a malformed text adds
/// nothing.
void add_time_trace(std::string_view json, HeaderCosts& costs);

/// The page. `root` is where relative trace paths of the graph stand.
std::string timings_page(const engine::ActionGraph& graph, std::span<const TimedAction> timed,
                         const BuildFacts& facts, const std::string& root);

}  // namespace hull::tool
