// What the strict profile asks besides: that it is known whose memory is used, that what a call changes is
// given to it once, and that no object keeps a reference into itself or into what it owns.
//
// What a function is given is taken to be there while it runs, and to be its parameters' own: callers in the
// strict profile see to that. A member that refers to something is taken to refer to what is there, because
// whoever stored it there is told when it ends; that holds for what lies outside of the object, and so
// nothing inside of it may be kept in it.
#include <algorithm>

#include "safety/interpret.h"

namespace hull::safety {

// A value that is used refers to nothing known: a loan was lost on the way.
void Interpreter::lost(const Fact& fact, const State& state) {
  if (fact.handle == Handle::Function || fact.handle == Handle::Optional) return;
  const Cell cell = get(state, fact.a);
  const Range range = state.range(terms_, cell.term);
  // Null: nothing is there to be used.
  if ((range.low == 0 && range.high == 0) || nothing_.contains(cell.term)) return;
  report(
      {.wrong = Wrong::Lost, .where = fact.where, .handle = fact.handle, .word = fact.word, .used = fact.a});
}

bool Interpreter::refers_to_nothing(const Cell& cell) const {
  return cell.refers == 0 && cell.term != kNoTerm &&
         (terms_.value(cell.term) == 0 || nothing_.contains(cell.term));
}

// Whether it is what the function says, yes or no: callers ask that before they use what it gave them.
bool Interpreter::is_answer(Slot where, const Cell& cell) const {
  if (kind_of(where) != SlotKind::Contents || index_of(where) != facts_.result || cell.refers != 0)
    return false;
  const auto value = terms_.value(cell.term);
  return value == 0 || value == 1;
}

std::uint64_t Interpreter::references(const State& state) const {
  std::uint64_t hash = 0;
  const auto add = [&](std::uint64_t part) {
    hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 29;
  };
  // What has been done to the caller's memory, in whatever order and wherever.
  std::vector<std::tuple<Op, PlaceId, std::int64_t, bool>> done;
  for (std::uint32_t at = state.effects; at != 0; at = effects_[at].before) {
    const Effect& effect = effects_[at];
    done.emplace_back(effect.op, effect.place, effect.number, effect.flag);
  }
  std::sort(done.begin(), done.end());
  done.erase(std::unique(done.begin(), done.end()), done.end());
  for (const auto& [op, place, number, flag] : done) {
    add((std::uint64_t{static_cast<std::uint8_t>(op)} << 32) | place);
    add((static_cast<std::uint64_t>(number) << 1) | static_cast<std::uint64_t>(flag));
  }
  add(static_cast<std::uint64_t>(state.doubt == Doubt::Way));
  for (const auto& [where, cell] : state.entries()) {
    const SlotKind kind = kind_of(where);
    if (is_answer(where, cell)) {
      add(where);
      add(cell.term);
    }
    const bool nothing = holds_value(where) && refers_to_nothing(cell);
    if (kind == SlotKind::MovedElement || kind == SlotKind::OfElement || kind == SlotKind::Written) continue;
    if (cell.refers == 0 && !nothing && kind != SlotKind::Shares) continue;
    add(where);
    add(cell.refers);
    if (kind == SlotKind::Shares) add(cell.term);
    add(static_cast<std::uint64_t>(nothing));
    if (holds_value(where) && cell.refers != 0) {
      const Range known = known_of_pointer(state, cell);
      add(static_cast<std::uint64_t>(known.low > 0 || known.not_zero));
      add(static_cast<std::uint64_t>(known.low == 0 && known.high == 0));
      add(static_cast<std::uint64_t>(not_at_end(state, cell)));
    }
  }
  return hash;
}

Range Interpreter::known_of_pointer(const State& state, const Cell& cell) const {
  return cell.term == kNoTerm ? Range{} : state.range(terms_, cell.term);
}

// Whether the position is known not to be the end of its container.
bool Interpreter::not_at_end(const State& state, const Cell& cell) const {
  if (cell.term == kNoTerm) return false;
  if (not_end_.contains(cell.term)) return true;
  const std::vector<Held>& held = sets_[cell.refers];
  const auto found = found_.find(cell.term);
  const PlaceId container = held.size() == 1 ? container_of_position(held.front().place) : kNoPlace;
  if (found == found_.end() && container == kNoPlace) return false;
  TermId end = kNoTerm;
  if (found != found_.end()) {
    end = found->second;
  } else {
    for (const auto& [term, of] : end_of_) {
      if (of == container) end = term;
    }
  }
  const TermId equal = end == kNoTerm ? kNoTerm : terms_.known(TermOp::Equal, cell.term, end);
  return equal != kNoTerm && state.truth(terms_, equal) == false;
}

State Interpreter::generalized(const State& state) {
  State general;
  general.effects = state.effects;
  general.doubt = state.doubt;
  general.chosen = state.chosen;
  general.answered = state.answered;
  for (const auto& [where, cell] : state.entries()) {
    switch (kind_of(where)) {
      case SlotKind::Size:
      case SlotKind::First:
      case SlotKind::Last:
      case SlotKind::Capacity:
      case SlotKind::Key:
      case SlotKind::Vacant:
      case SlotKind::Supposed:
      case SlotKind::MovedElement:
      case SlotKind::OfElement:
        continue;
      case SlotKind::Register:
      case SlotKind::Contents: {
        if (is_answer(where, cell)) {
          general.entries().emplace_back(where, cell);
          break;
        }
        Range range;
        if (cell.refers != 0) {
          const Range known = known_of_pointer(state, cell);
          if (known.low > 0 || known.not_zero) range.low = 1;
          if (known.low == 0 && known.high == 0) range = {.low = 0, .high = 0};
        }
        const TermId term = terms_.symbol(range);
        if (refers_to_nothing(cell)) nothing_.insert(term);
        if (cell.refers != 0 && not_at_end(state, cell)) not_end_.insert(term);
        general.entries().emplace_back(where, Cell{cell.refers, term});
        break;
      }
      default:
        general.entries().emplace_back(where, cell);
        break;
    }
  }
  return general;
}

// Whether two elements are known not to be the same.
bool Interpreter::apart_for_sure(const State& state, TermId a, TermId b) const {
  if (a == kNoTerm || b == kNoTerm || a == b) return false;
  const auto [symbol, offset] = terms_.split(a);
  const auto [other_symbol, other_offset] = terms_.split(b);
  if (symbol == other_symbol) return offset != other_offset;
  const TermId equal = terms_.known(TermOp::Equal, a, b);
  return equal != kNoTerm && state.truth(terms_, equal) == false;
}

void Interpreter::apart(const Fact& fact, const State& state) {
  const Cell a = get(state, fact.a), b = get(state, fact.b);
  for (const Held& one : sets_[a.refers]) {
    for (const Held& other : sets_[b.refers]) {
      if (one.ended != 0 || other.ended != 0) continue;
      const bool outer = places_.within(other.place, one.place);
      if (!outer && !places_.within(one.place, other.place)) continue;
      if (one.place == other.place && apart_for_sure(state, a.term, b.term)) continue;
      report({.wrong = Wrong::Aliased,
              .where = fact.where,
              .place = outer ? one.place : other.place,
              .word = fact.word});
      return;
    }
  }
}

// Somebody unknown may change the objects in `roots`: their members stay, but what is in those may be gone,
// and so may what they own.
void Interpreter::may_end(State& state, SetId roots, EventId event) {
  std::vector<PlaceId> objects;
  std::set<PlaceId> owned;
  const auto reach = [&](auto&& self, PlaceId place) -> void {
    const std::vector<Held> inside = sets_[deep_contents(state, place, PlaceTable::kMaxDepth)];
    for (const Held& held : inside) {
      const PlaceId root = places_.root(held.place);
      if (held.ended == 0 && state.find(slot(SlotKind::Owned, root)) && owned.insert(root).second)
        self(self, root);
    }
  };
  for (const Held& one : sets_[roots]) {
    if (one.ended != 0) continue;
    objects.push_back(one.place);
    reach(reach, one.place);
  }
  // Inside of an object, and not as one of its members.
  const auto loose = [&](PlaceId place, PlaceId object) {
    bool within_part = false;
    for (PlaceId at = place; at != kNoPlace; at = places_[at].parent) {
      if (at == object) return within_part;
      const Place& known = places_[at];
      within_part |= known.step != Step::Field || known.what == nullptr;
      if (known.step == Step::Pointee && borrower(known.parent)) return false;
    }
    return false;
  };
  for (auto& [where, cell] : state.entries()) {
    if (cell.refers == 0 || !holds_value(where)) continue;
    // What is in the objects is whatever is left there.
    const bool inside = kind_of(where) == SlotKind::Contents &&
                        (owned.contains(places_.root(index_of(where))) ||
                         std::any_of(objects.begin(), objects.end(), [&](PlaceId object) {
                           return places_.behind(index_of(where), object);
                         }));
    if (inside) continue;
    std::vector<Held> members = sets_[cell.refers];
    bool touched = false;
    for (Held& member : members) {
      if (member.ended != 0) continue;
      const bool gone = owned.contains(places_.root(member.place)) ||
                        std::any_of(objects.begin(), objects.end(),
                                    [&](PlaceId object) { return loose(member.place, object); });
      if (!gone) continue;
      member.ended = event;
      touched = true;
    }
    if (touched) cell.refers = sets_.intern(std::move(members));
  }
}

// Whether the pointer, view or position at `place` belongs to a member that owns nothing of what it refers
// to.
bool Interpreter::borrower(PlaceId place) const {
  for (; place != kNoPlace; place = places_[place].parent) {
    const Place& known = places_[place];
    if (known.step == Step::Field && facts_.borrowers.contains(known.what)) return true;
    if (known.step == Step::Pointee) return false;
  }
  return false;
}

// Whether `place` is reached through such a member, so that somebody else sees to it.
bool Interpreter::lent_elsewhere(PlaceId place) const {
  for (; place != kNoPlace; place = places_[place].parent) {
    if (places_[place].step == Step::Pointee && borrower(places_[place].parent)) return true;
  }
  return false;
}

void Interpreter::keeps(const State& state, PlaceId place, const Cell& cell) {
  const Place root = places_[places_.root(place)];  // A copy: `pointee` may make a place.
  // A variable of its own refers to what the program allocates for good, too.
  const bool variable = root.base == Base::Static && places_[place].step == Step::None;
  if (!variable && !borrower(place)) return;
  for (const Held& held : sets_[cell.refers]) {
    if (held.ended != 0 || held.place == places_.pointee(place) || lent_elsewhere(held.place)) continue;
    const PlaceId of = places_.root(held.place);
    const Place& known = places_[of];
    const bool self = of == places_.root(place) || (known.base == Base::Heap && root.base != Base::Static);
    const bool kept = variable ? places_.outside(held.place) && known.base != Base::Static
                               : root.base == Base::Static && known.base != Base::Static;
    if (!self && !kept) continue;
    const Cell* written = state.find(slot(SlotKind::Written, place));
    if (!written) continue;  // It was so before.
    report({.wrong = self ? Wrong::KeptSelf : Wrong::KeptStatic,
            .where = events_[sets_[written->refers].front().ended].where,
            .place = place,
            .event = {}});
    return;
  }
}

}  // namespace hull::safety
