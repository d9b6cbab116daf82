// Arithmetic, and what is wrong with using a value.
#include <algorithm>
#include <set>

#include "safety/interpret.h"

namespace hull::safety {

// False when nothing comes after: what is null for certain ends the path.
bool Interpreter::use(const Fact& fact, State& state) {
  const Cell cell = get(state, fact.a);
  const std::vector<Held>& held = sets_[cell.refers];
  for (const Held& one : held) {
    if (one.ended == 0) {
      if (places_.outside(one.place)) {
        used(state, SummaryUse::Kind::There, one.place, fact.where);
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
  if (facts_.strict && held.empty()) lost(fact, state);
  if (cell.term == kNoTerm || fact.flag) return true;
  if (fact.handle == Handle::Iterator || fact.handle == Handle::Loop) {
    const auto found = found_.find(cell.term);
    const PlaceId container = held.size() == 1 ? container_of_position(held.front().place) : kNoPlace;
    if (found == found_.end() && container == kNoPlace) return true;
    const TermId end = found != found_.end() ? found->second : terms_.named(kNameEnd, container);
    auto at_end = state.truth(terms_, terms_.equal(cell.term, end));
    if (!at_end && not_end_.contains(cell.term)) at_end = false;
    // One step on from where the author saw that it is not the end, and not asked again.
    const auto [symbol, steps] = terms_.split(cell.term);
    const bool stepped =
        !at_end && steps > 0 && fact.handle == Handle::Iterator && symbol != kNoTerm &&
        !given_positions_.contains(symbol) &&
        state.asked(terms_.known(TermOp::Equal, terms_.sum(symbol, steps - 1), end)) == false;
    // In the strict profile it is known not to be the end.
    const bool asked = facts_.strict && fact.handle == Handle::Iterator;
    // Who erases what he looked up by its key knows that it is there.
    if (fact.word && !at_end && found_element_.contains(cell.term)) return true;
    if (at_end ? !*at_end : found == found_.end() && !stepped && !asked) return true;
    // Who has seen that it is some other position knows where it is.
    const bool placed = std::ranges::any_of(state.relations(), [&](const auto& relation) {
      const Term& term = terms_[relation.first];
      return relation.second && term.op == TermOp::Equal && (term.a == cell.term || term.b == cell.term) &&
             term.a != end && term.b != end;
    });
    if (!at_end && placed && !facts_.strict) return true;
    report({.wrong = Wrong::UseOfEnd,
            .where = fact.where,
            .place = held.empty() ? kNoPlace : held.front().place,
            .handle = fact.handle,
            .word = fact.word,
            .used = fact.a});
    // Nothing comes after the end for certain.
    return !at_end && state.assume(terms_, terms_.equal(cell.term, end), false);
  }
  const Range range = state.range(terms_, cell.term);
  const bool null = range.low == 0 && range.high == 0;
  const bool unasked = maybe_null_.contains(cell.term) && !state.truth(terms_, cell.term);
  if ((null || unasked) && !range.guess) {
    null_used(state, {.wrong = Wrong::UseOfNull,
                      .where = fact.where,
                      .handle = fact.handle,
                      .word = fact.word,
                      .used = fact.a});
    if (null && null_besides_.contains(cell.term))
      ask_not_null(state, cell.term, fact.handle, fact.word, fact.where);
    if (null) return false;
  } else {
    ask_not_null(state, cell.term, fact.handle, fact.word, fact.where);
  }
  // A callee has asked whether it is null: here it is not.
  if (null) return false;
  state.assume(terms_, cell.term, true);
  return true;
}

// The object of which a member was moved from together with it: as many levels above.
PlaceId Interpreter::moved_whole(PlaceId place, std::int64_t levels) const {
  for (; levels > 0 && places_[place].step == Step::Field; --levels) place = places_[place].parent;
  return place;
}

// When what is at `place` was moved from, alone or with what it is a part of; as a `whole`, also with all
// that it consists of. 0 when it was not.
EventId Interpreter::moved_from(const State& state, PlaceId place, TermId identity, bool whole) {
  const auto event_in = [&](Slot where) {
    const Cell* moved = state.find(where);
    return moved ? sets_[moved->refers].front().ended : EventId{0};
  };
  for (PlaceId at = place; at != kNoPlace; at = places_[at].parent) {
    if (const EventId event = event_in(slot(SlotKind::Moved, at))) return event;
    const TermId element = places_[at].many ? moved_element(at, identity) : kNoTerm;
    if (const EventId event = event_in(slot(SlotKind::MovedElement, element))) return event;
    // What lies beside an object is not a part of it.
    if (places_[at].step == Step::Pointee || places_.is_beside(at)) break;
  }
  if (!whole) return 0;
  for (const auto& [where, cell] : state.entries()) {
    const SlotKind kind = kind_of(where);
    if (kind != SlotKind::Moved && kind != SlotKind::MovedElement) continue;
    const Held& member = sets_[cell.refers].front();
    if (!places_.within(member.place, place) || !places_.within(place, events_[member.ended].place)) continue;
    if (kind == SlotKind::Moved || moved_element(member.place, identity) == index_of(where))
      return member.ended;
  }
  return 0;
}

// Says so when it was moved from, once for the whole object.
bool Interpreter::report_moved(State& state, PlaceId place, TermId identity, bool whole, Finding finding) {
  const EventId event = moved_from(state, place, identity, whole);
  if (event == 0) return false;
  finding.event = events_[event];
  finding.place = finding.event.place;
  report(finding);
  std::vector<PlaceId> members;
  std::erase_if(state.entries(), [&](const auto& entry) {
    const SlotKind kind = kind_of(entry.first);
    if (kind != SlotKind::Moved && kind != SlotKind::MovedElement) return false;
    const Held& member = sets_[entry.second.refers].front();
    const Event& other = events_[member.ended];
    const bool same = other.where == finding.event.where && other.place == finding.event.place;
    if (same) members.push_back(member.place);
    return same;
  });
  // That it is null now says the same once more.
  for (const PlaceId member : members) {
    const Cell* left = state.find(slot(SlotKind::Contents, member));
    if (left && terms_.value(left->term) == 0)
      state.put(slot(SlotKind::Contents, member), {left->refers, terms_.symbol({.low = 1})});
  }
  return true;
}

void Interpreter::read(const Fact& fact, State& state) {
  const std::vector<Held>& held = this->held(state, fact.a);
  for (const Held& one : held) {
    if (one.ended != 0) continue;
    const bool moved = report_moved(state, one.place, get(state, fact.a).term, fact.flag,
                                    {.wrong = Wrong::UseOfMoved, .where = fact.where, .word = fact.word});
    if (fact.flag && !moved && held.size() == 1 && places_.outside(one.place))
      used(state, SummaryUse::Kind::Unmoved, one.place, fact.where);
    if (fact.flag || held.size() != 1) continue;
    const Step step = places_[one.place].step;
    if (places_.outside(one.place) && (step == Step::Field || step == Step::Pointee) &&
        !state.find(slot(SlotKind::Contents, one.place))) {
      used(state, SummaryUse::Kind::Written, one.place, fact.where);
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
