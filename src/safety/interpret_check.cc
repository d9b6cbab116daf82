// Arithmetic, and what is wrong with using a value.
#include <algorithm>
#include <set>

#include "safety/interpret.h"

namespace hull::safety {

// False when nothing comes after: what is null for certain ends the path.
bool Interpreter::use(const Fact& fact, State& state) {
  const Cell cell = get(state, fact.a);
  const std::vector<Held> held = sets_[cell.refers];
  for (const Held& one : held) {
    if (one.ended == 0) {
      if (places_.outside(one.place)) {
        used(state, false, one.place, fact.where);
        used_late(state, one.place, fact.where);
      }
      continue;
    }
    report({.wrong = Wrong::UseOfEnded,
            .where = fact.where,
            .place = one.place,
            .event = events_[one.ended],
            .handle = fact.handle,
            .word = fact.word,
            .used = fact.a});
    heal(state, one.ended);
    break;
  }
  if (cell.term == kNoTerm || fact.flag) return true;
  if (fact.handle == Handle::Iterator || fact.handle == Handle::Loop) {
    const auto found = found_.find(cell.term);
    if (found == found_.end()) return true;
    const auto at_end = state.truth(terms_, terms_.equal(cell.term, found->second));
    if (at_end && !*at_end) return true;
    report({.wrong = Wrong::UseOfEnd,
            .where = fact.where,
            .place = held.empty() ? kNoPlace : held.front().place,
            .handle = fact.handle,
            .used = fact.a});
    state.assume(terms_, terms_.equal(cell.term, found->second), false);
    return true;
  }
  const Range range = state.range(terms_, cell.term);
  const bool null = range.low == 0 && range.high == 0;
  const bool unasked = maybe_null_.contains(cell.term) && !state.truth(terms_, cell.term);
  if ((null || unasked) && !range.guess) {
    report({.wrong = Wrong::UseOfNull,
            .where = fact.where,
            .handle = fact.handle,
            .word = fact.word,
            .used = fact.a});
    if (null) return false;
  } else {
    ask_not_null(state, cell.term, fact.handle, fact.word, fact.where);
  }
  state.assume(terms_, cell.term, true);
  return true;
}

void Interpreter::read(const Fact& fact, State& state) {
  const std::vector<Held> held = this->held(state, fact.a);
  for (const Held& one : held) {
    if (one.ended != 0) continue;
    for (PlaceId at = one.place; at != kNoPlace; at = places_[at].parent) {
      const TermId element = places_[at].many ? moved_element(at, get(state, fact.a).term) : kNoTerm;
      for (const Slot where : {slot(SlotKind::Moved, at), slot(SlotKind::MovedElement, element)}) {
        const Cell* moved = state.find(where);
        if (!moved) continue;
        report({.wrong = Wrong::UseOfMoved,
                .where = fact.where,
                .place = at,
                .event = events_[sets_[moved->refers].front().ended],
                .word = fact.word});
        state.drop(where);
        // That it is null now says the same once more.
        const Cell* left = state.find(slot(SlotKind::Contents, at));
        if (left && terms_.value(left->term) == 0)
          state.put(slot(SlotKind::Contents, at), {left->refers, terms_.symbol({.low = 1})});
      }
      // What lies beside an object is not a part of it.
      if (places_[at].step == Step::Pointee || places_.is_beside(at)) break;
    }
    if (fact.flag || held.size() != 1) continue;
    if (places_.outside(one.place) && places_[one.place].step == Step::Field &&
        !state.find(slot(SlotKind::Contents, one.place))) {
      used(state, true, one.place, fact.where);
    }
    if (const Cell* unwritten = state.find(slot(SlotKind::Unwritten, one.place))) {
      const EventId event = sets_[unwritten->refers].front().ended;
      report({.wrong = Wrong::UseOfUnwritten,
              .where = fact.where,
              .place = one.place,
              .event = events_[event],
              .word = fact.word});
      state.drop(slot(SlotKind::Unwritten, one.place));
    }
  }
}

}  // namespace hull::safety
