// The part of the builder that finds which actions are needed: a depth-first search from what is wanted, through
// the actions that make each input. An explicit stack, because generated graphs can be deeper than ours.

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "engine/builder.h"

namespace hull::engine {

Result<void> Builder::need(FileId file) {
  const ActionId producer = graph_.producer(file);
  if (producer != kNoAction) return states_[producer] == State::Unneeded ? search(producer) : Result<void>{};
  HULL_CHECK(snapshot_.look(file));
  if (snapshot_.missing(file)) {
    return fail(fmt::format("`{}` does not exist, and nothing makes it", printable(graph_.files().path(file))));
  }
  return {};
}

Result<void> Builder::search(ActionId root) {
  struct Frame {
    ActionId action;
    std::size_t next = 0;
  };
  std::vector<Frame> stack{{root}};
  std::vector<ActionId> path{root};
  states_[root] = State::Visiting;
  while (!stack.empty()) {
    Frame& frame = stack.back();
    const ActionId id = frame.action;
    const Action& action = graph_[id];
    const std::size_t count = action.inputs.size() + action.order_only.size();
    if (frame.next < count) {
      const std::size_t index = frame.next++;
      const FileId input =
          index < action.inputs.size() ? action.inputs[index] : action.order_only[index - action.inputs.size()];
      const ActionId producer = graph_.producer(input);
      if (producer == kNoAction) continue;
      if (states_[producer] == State::Visiting) return cycle_through(producer, path);
      if (states_[producer] == State::Unneeded) {
        states_[producer] = State::Visiting;
        stack.push_back({producer});
        path.push_back(producer);
        // The edge is added when we come back to this frame: see below.
        --stack[stack.size() - 2].next;
        continue;
      }
      if (states_[producer] != State::Done) wait_for(id, producer);
      continue;
    }
    states_[id] = State::Needed;
    order_.push_back(id);
    ++open_;
    const auto record = log_.action(action.outputs.front());
    durations_[id] = record ? std::max(record->duration_ms, 1u) : 0;
    stack.pop_back();
    path.pop_back();
  }
  return {};
}

std::unexpected<Error> Builder::cycle_through(ActionId action, const std::vector<ActionId>& stack) const {
  std::string files;
  for (auto it = std::find(stack.begin(), stack.end(), action); it != stack.end(); ++it) {
    files += fmt::format("`{}` needs ", printable(graph_.files().path(graph_[*it].outputs.front())));
  }
  files += fmt::format("`{}`", printable(graph_.files().path(graph_[action].outputs.front())));
  return fail(Error{.message = "files need each other in a cycle: " + files,
                    .kind = ErrorKind::Usage,
                    .span = {},
                    .help = {"break the cycle: one of these must be made without the others"},
                    .contexts = {}});
}

void Builder::wait_for(ActionId action, ActionId producer) {
  dependents_[producer].push_back(action);
  ++waiting_for_[action];
}

bool Builder::depends_on(ActionId action, ActionId on) const {
  std::vector<ActionId> stack{action};
  std::vector<bool> seen(graph_.actions().size(), false);
  while (!stack.empty()) {
    const ActionId id = stack.back();
    stack.pop_back();
    if (id == on) return true;
    if (seen[id]) continue;
    seen[id] = true;
    for (const std::vector<FileId>* files : {&graph_[id].inputs, &graph_[id].order_only, &late_inputs_[id]}) {
      for (const FileId file : *files) {
        if (const ActionId producer = graph_.producer(file); producer != kNoAction) stack.push_back(producer);
      }
    }
  }
  return false;
}

}  // namespace hull::engine
