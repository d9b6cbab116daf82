// Which ready action starts next: the one with the longest path of work behind it.
//
// Starting the longest chain first keeps all slots busy until the end (list scheduling by critical path; Graham,
// "Bounds on multiprocessing timing anomalies", 1969). Durations are those of earlier builds; an action never run
// is taken to cost the mean of the others.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/action.h"

namespace hull::engine {

/// Milliseconds from the start of each action to the end of the longest chain of dependents, itself included.
/// `order` is topological, producers first; `dependents[a]` are the actions that wait for `a`; `duration_ms`
/// is by action.
std::vector<std::uint64_t> critical_paths(std::span<const ActionId> order,
                                          const std::vector<std::vector<ActionId>>& dependents,
                                          const std::vector<std::uint32_t>& duration_ms);

/// Ready actions, most urgent first; among equals the one planned first, so that the order is reproducible.
class ReadyQueue {
 public:
  void push(ActionId action, std::uint64_t urgency);
  ActionId top() const { return heap_.front().action; }
  ActionId pop();
  bool empty() const { return heap_.empty(); }
  std::size_t size() const { return heap_.size(); }

 private:
  struct Entry {
    std::uint64_t urgency;
    ActionId action;
    bool operator<(const Entry& other) const {
      return urgency != other.urgency ? urgency < other.urgency : action > other.action;
    }
  };
  std::vector<Entry> heap_;
};

}  // namespace hull::engine
