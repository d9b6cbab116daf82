#include "engine/schedule.h"

#include <algorithm>

namespace hull::engine {

std::vector<std::uint64_t> critical_paths(std::span<const ActionId> order,
                                          const std::vector<std::vector<ActionId>>& dependents,
                                          const std::vector<std::uint32_t>& duration_ms) {
  std::vector<std::uint64_t> paths(duration_ms.size(), 0);
  for (std::size_t i = order.size(); i-- > 0;) {
    const ActionId action = order[i];
    std::uint64_t behind = 0;
    for (const ActionId dependent : dependents[action]) behind = std::max(behind, paths[dependent]);
    paths[action] = duration_ms[action] + behind;
  }
  return paths;
}

void ReadyQueue::push(ActionId action, std::uint64_t urgency) {
  heap_.push_back({urgency, action});
  std::push_heap(heap_.begin(), heap_.end());
}

ActionId ReadyQueue::pop() {
  std::pop_heap(heap_.begin(), heap_.end());
  const ActionId action = heap_.back().action;
  heap_.pop_back();
  return action;
}

}  // namespace hull::engine
