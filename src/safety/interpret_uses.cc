// What a callee uses of what its caller gave it, checked at the call.
#include <algorithm>

#include "safety/interpret.h"

namespace hull::safety {

namespace {

// Whether the callee writes what it reads there, on some way at least, or has somebody unknown write it.
bool writes(const Summary& summary, const SummaryPath& path) {
  const auto holds = [&](const SummaryPath& whole) {
    return whole.parameter == path.parameter && whole.base == path.base && whole.made == path.made &&
           whole.steps.size() <= path.steps.size() &&
           std::equal(whole.steps.begin(), whole.steps.end(), path.steps.begin());
  };
  return std::ranges::any_of(summary.outcomes, [&](const Outcome& outcome) {
    return std::ranges::any_of(outcome.stores, [&](const auto& store) { return holds(store.first); }) ||
           std::ranges::any_of(outcome.effects, [&](const SummaryEffect& effect) {
             return (effect.op == Op::Renew || (effect.op == Op::Escape && !effect.flag)) &&
                    holds(effect.path);
           });
  });
}

}  // namespace

// Uses of what has ended, or was never written, inside the call.
void Interpreter::check_uses(const Fact& fact, State& state) {
  const CallSite& call = *fact.call;
  Trail trail;
  for (const SummaryUse& use : call.summary->uses) {
    using Kind = SummaryUse::Kind;
    // What was moved from may be destroyed.
    if (call.destroys && use.kind == Kind::Unmoved) continue;
    const Cell used_there = resolve(state, call, use.path, false, nullptr, &trail);
    const std::vector<Held>& targets = sets_[used_there.refers];
    if (use.kind != Kind::Unmoved) consumed(state, call, use.path, used_there.refers);
    // Who writes it on one way and reads it on all of them takes the way on which it has been written before
    // when he knows that it has: a buffer that gets its memory when it has no room.
    if (use.kind == Kind::Written && writes(*call.summary, use.path)) {
      State asked = state;
      if (!use.told || !comes(asked, call, use.when, {})) continue;
    }
    // Of several that it may be, one that was written may be meant.
    const bool none_written =
        use.kind == Kind::Written && std::ranges::all_of(targets, [&](const Held& held) {
          return held.ended == 0 && state.find(slot(SlotKind::Unwritten, held.place));
        });
    for (const Held& held : targets) {
      const bool alive = held.ended == 0;
      const Cell* unwritten = none_written ? state.find(slot(SlotKind::Unwritten, held.place)) : nullptr;
      const bool ended = !alive && use.kind == Kind::There;
      const bool moved = use.kind == Kind::Unmoved && alive && targets.size() == 1 &&
                         moved_from(state, held.place, used_there.term, true) != 0;
      if (!ended && !unwritten && !moved) {
        const bool written =
            use.kind == Kind::Written && state.find(slot(SlotKind::Contents, held.place)) != nullptr;
        if (alive && !written && places_.outside(held.place)) used(state, use.kind, held.place, fact.where);
        continue;
      }
      State asked = state;
      bool feasible = true;
      for (const auto& [path, low, high, not_zero] : use.when) {
        const Cell value = resolve(asked, call, path, true);
        if (value.term != kNoTerm)
          feasible &= asked.narrow(terms_, value.term, {.low = low, .high = high, .not_zero = not_zero});
      }
      for (const SummaryRelation& relation : use.relations) {
        const TermId related = this->related(asked, call, relation);
        feasible &= related == kNoTerm || asked.assume(terms_, related, relation.truth);
      }
      if (!feasible) continue;
      trail = {};
      if (ended) {
        report({.wrong = Wrong::UseOfEnded,
                .where = fact.where,
                .place = held.place,
                .event = events_[held.ended],
                .word = fact.word,
                .inside = use.where});
        heal(state, held.ended);
        break;
      }
      if (moved) {
        report_moved(
            state, held.place, used_there.term, true,
            {.wrong = Wrong::UseOfMoved, .where = fact.where, .word = fact.word, .inside = use.where});
        break;
      }
      report({.wrong = Wrong::UseOfUnwritten,
              .where = use.where,
              .place = held.place,
              .event = events_[sets_[unwritten->refers].front().ended],
              .word = fact.word,
              .inside = fact.where});
      state.drop(slot(SlotKind::Unwritten, held.place));
    }
  }
}

// A callee writes to a link of the caller's; other paths may lead to the same link, so that what is linked
// there is taken to be unlinked.
void Interpreter::may_unlink(const State& state, PlaceId place) {
  if (places_[place].step != Step::Field || !places_.outside(place)) return;
  for (const auto& [where, cell] : state.entries()) {
    const PlaceId other = index_of(where);
    if (kind_of(where) != SlotKind::Contents || cell.refers == 0 || other == place) continue;
    if (places_[other].step != Step::Field || places_[other].what != places_[place].what) continue;
    if (places_.root(other) != places_.root(place) || !places_.outside(other)) continue;
    for (const Held& held : sets_[cell.refers]) {
      if (held.ended == 0 && !places_.outside(held.place)) consume(held.place);
    }
  }
}

// A callee that does so much that not all is told is taken to use what its object refers to.
void Interpreter::consumed_all(State& state, const CallSite& call) {
  for (const SummaryPath& path : call.summary->consumed) {
    for (const Held& held : sets_[resolve(state, call, path, false).refers]) {
      if (held.ended == 0) consume(held.place);
    }
  }
  if (call.summary->uses.size() < Summary::kMostUses) return;
  for (const Register argument : call.arguments) {
    for (const Held& held : this->held(state, argument)) {
      if (held.ended != 0 || !places_.outside(held.place)) continue;
      for (const auto& [where, cell] : state.entries()) {
        if (kind_of(where) != SlotKind::Contents || !places_.within(index_of(where), held.place)) continue;
        for (const Held& referred : sets_[cell.refers]) {
          if (referred.ended == 0) consume(referred.place);
        }
      }
    }
  }
}

void Interpreter::check_late_uses(const Fact& fact, State& state) {
  const CallSite& call = *fact.call;
  for (const SummaryLateUse& use : call.summary->late_uses) {
    const std::vector<Held>& targets = sets_[resolve(state, call, use.path, false).refers];
    if (targets.size() != 1 || targets.front().ended != 0) continue;
    for (const SummaryEffect& effect : use.after) {
      const std::vector<Held>& ended = sets_[resolve(state, call, effect.path, false).refers];
      if (ended.size() != 1 || ended.front().ended != 0) continue;
      const PlaceId place = targets.front().place;
      // Two of many elements need not be the same one.
      const auto given = [&](const SummaryPath& path) {
        return path.parameter < call.arguments.size() ? get(state, call.arguments[path.parameter]).term
                                                      : kNoTerm;
      };
      const Place& gone = places_[ended.front().place];
      if (gone.many && (gone.step != Step::Content || places_[gone.parent].many) &&
          state.truth(terms_, terms_.equal(given(use.path), given(effect.path))) != true)
        continue;
      if (!places_.within(place, ended.front().place) ||
          (effect.number == kShallow && behind_content(place, ended.front().place)))
        continue;
      const EventId event = event_of(fact, ended.front().place, effect.cause, effect.word);
      report({.wrong = Wrong::UseOfEnded,
              .where = fact.where,
              .place = place,
              .event = events_[event],
              .word = fact.word,
              .inside = use.where});
      return;
    }
  }
}

// A callee that changes the object through which it uses a local takes what it was given: a parser that reads
// its input, a queue that is flushed. What is left in the object then is nothing that anybody will read.
void Interpreter::consumed(State& state, const CallSite& call, const SummaryPath& path, SetId targets) {
  if (path.parameter >= call.arguments.size()) return;
  const std::vector<std::uint32_t>& changed = different(*call.summary).changed;
  if (std::find(changed.begin(), changed.end(), path.parameter) == changed.end()) return;
  SummaryPath holder = path;
  while (!holder.steps.empty() && holder.steps.back().first != Step::Pointee) holder.steps.pop_back();
  if (holder.steps.size() < 2) return;
  holder.steps.pop_back();
  for (const Held& held : sets_[resolve(state, call, holder, false).refers]) {
    if (held.ended != 0 || !places_.outside(held.place)) return;
  }
  for (const Held& held : sets_[targets]) {
    if (held.ended == 0) consume(held.place);
  }
}

// A callee that did not write all of an object on some way leaves it to its caller to find out: who has asked
// the object something since then knows what it has.
void Interpreter::asked_object(State& state, PlaceId object) {
  std::erase_if(state.entries(), [&](const auto& entry) {
    return kind_of(entry.first) == SlotKind::Unwritten && terms_.value(entry.second.term) &&
           places_.root(index_of(entry.first)) == places_.root(object);
  });
}

void Interpreter::asked_arguments(State& state, const CallSite& call) {
  if (!state.knows_any(slot(SlotKind::Unwritten, 0), slot(SlotKind::Size, 0)) ||
      !different(*call.summary).only_asks)
    return;
  for (const Register argument : call.arguments) {
    for (const Held& held : this->held(state, argument)) {
      if (held.ended == 0) asked_object(state, held.place);
    }
  }
}

}  // namespace hull::safety
