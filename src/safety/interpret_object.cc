// Objects: how they begin, end, move and are copied, and what is left when the function ends.
#include <algorithm>
#include <set>

#include "safety/interpret.h"

namespace hull::safety {

void Interpreter::forget_within(State& state, PlaceId place) {
  std::erase_if(state.entries(), [&](const auto& entry) {
    switch (kind_of(entry.first)) {
      case SlotKind::Register:
      case SlotKind::Loop:
      case SlotKind::Key:
      case SlotKind::MovedElement:
      case SlotKind::OfElement:
      case SlotKind::Answer:
      case SlotKind::Asked:
        return false;
      default:
        return places_.within(index_of(entry.first), place);
    }
  });
}

// The slot's index for an element that was moved from; kNoTerm when it is not known which one it is.
TermId Interpreter::moved_element(PlaceId place, TermId identity) {
  if (identity == kNoTerm || places_.beyond(place)) return kNoTerm;
  return terms_.named(kNameMovedElement, place, identity);
}

// The elements at `place` or in it are others now.
void Interpreter::forget_moved_elements(State& state, PlaceId place) {
  std::erase_if(state.entries(), [&](const auto& entry) {
    const SlotKind kind = kind_of(entry.first);
    return (kind == SlotKind::MovedElement || kind == SlotKind::OfElement) &&
           places_.within(sets_[entry.second.refers].front().place, place);
  });
}

// What is there has a fresh value.
void Interpreter::renew(State& state, PlaceId place) {
  forget_moved_elements(state, place);
  std::erase_if(state.entries(), [&](const auto& entry) {
    const SlotKind kind = kind_of(entry.first);
    return (kind == SlotKind::Moved || kind == SlotKind::Unwritten || kind == SlotKind::Vacant ||
            kind == SlotKind::Text) &&
           places_.within(index_of(entry.first), place);
  });
}

// Whether what the caller had at the place has been given a fresh value.
bool Interpreter::renewed(const State& state, PlaceId place) const {
  for (std::uint32_t at = state.effects; at != 0; at = effects_[at].before) {
    if (effects_[at].op == Op::Renew && places_.within(place, effects_[at].place)) return true;
  }
  return false;
}

void Interpreter::begin(State& state, PlaceId place) {
  if (places_[place].base == Base::Heap && places_[place].step == Step::None &&
      places_[place].generation == 0) {
    // An older object of the same allocation, if someone still refers to it, is another one.
    bool known = state.find(slot(SlotKind::Allocated, place)) != nullptr;
    for (const auto& [where, cell] : state.entries()) {
      for (const Held& held : sets_[cell.refers])
        known |= held.ended == 0 && places_.within(held.place, place);
    }
    if (known) {
      rename(state, place, places_.base(Base::Heap, places_[place].what, 1), true);
      // Its address is not that of the new one.
      std::map<TermId, TermId> addresses;
      for (auto& [where, cell] : state.entries()) {
        const auto [symbol, offset] = terms_.split(cell.term);
        const auto of = holds_value(where) ? address_of_.find(symbol) : address_of_.end();
        if (of == address_of_.end() || places_.root(of->second) != place) continue;
        const auto [other, fresh] = addresses.try_emplace(symbol, kNoTerm);
        if (fresh) other->second = terms_.symbol({.low = 1});
        cell.term = terms_.sum(other->second, offset);
      }
    }
  }
  forget_within(state, place);
}

// Whether `inner` is an element of a container that itself is an element in `outer`.
bool Interpreter::behind_content(PlaceId inner, PlaceId outer) const {
  for (; inner != outer; inner = places_[inner].parent) {
    if (places_[inner].step == Step::Content) return true;
  }
  return false;
}

// Everybody who refers to `place` or a part of it learns that it ended. With `itself` false those who refer
// to the place as a whole do not.
void Interpreter::end(State& state, PlaceId place, EventId event, bool possibly, bool itself, Depth depth) {
  if (places_.beyond(place)) return;
  // Whoever had it from the caller refers to it still.
  const PlaceId from = places_[place].step == Step::Pointee && itself ? places_[place].parent : kNoPlace;
  if (from != kNoPlace && places_[from].lent && !places_[from].many &&
      !state.find(slot(SlotKind::Contents, from))) {
    state.put(slot(SlotKind::Contents, from), contents(state, from, Shape::Pointer));
  }
  for (auto& [where, cell] : state.entries()) {
    if (cell.refers == 0 || !holds_value(where)) continue;
    const bool own = depth == kMoved && kind_of(where) == SlotKind::Contents;
    if (own && places_.within(index_of(where), place)) continue;
    std::vector<Held> members = sets_[cell.refers];
    bool touched = false;
    const std::size_t count = members.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (members[i].ended != 0 || !places_.within(members[i].place, place)) continue;
      if (!itself && members[i].place == place) continue;
      if (depth == kShallow && behind_content(members[i].place, place)) continue;
      touched = true;
      if (possibly) {
        members.push_back({members[i].place, event});
      } else {
        members[i].ended = event;
      }
    }
    if (touched) cell.refers = sets_.intern(std::move(members));
  }
}

// One of several objects ends: those who hold the very same value know it.
void Interpreter::end_alike(State& state, PlaceId place, EventId event, TermId identity) {
  if (identity == kNoTerm || places_.beyond(place)) return;
  for (auto& [where, cell] : state.entries()) {
    if (cell.refers == 0 || !holds_value(where) || cell.term != identity) continue;
    std::vector<Held> members = sets_[cell.refers];
    for (Held& member : members) {
      if (member.ended == 0 && places_.within(member.place, place)) member.ended = event;
    }
    cell.refers = sets_.intern(std::move(members));
  }
}

void Interpreter::heal(State& state, EventId event) {
  for (auto& [where, cell] : state.entries()) {
    if (cell.refers == 0 || !holds_value(where)) continue;
    std::vector<Held> members = sets_[cell.refers];
    if (std::erase_if(members, [&](const Held& held) { return held.ended == event; }) > 0) {
      cell.refers = sets_.intern(std::move(members));
    }
  }
}

void Interpreter::rename(State& state, PlaceId from, PlaceId to, bool sure) {
  if (from == to) return;
  std::vector<std::pair<Slot, Cell>> moved;
  std::vector<Slot> gone;
  for (auto& [where, cell] : state.entries()) {
    const SlotKind kind = kind_of(where);
    if (cell.refers != 0 && holds_value(where)) {
      std::vector<Held> members = sets_[cell.refers];
      bool touched = false;
      const std::size_t count = members.size();
      for (std::size_t i = 0; i < count; ++i) {
        if (members[i].ended != 0 || !places_.within(members[i].place, from)) continue;
        const auto rebased = places_.rebased(members[i].place, from, to);
        if (!rebased) continue;
        touched = true;
        if (sure) {
          members[i].place = *rebased;
        } else {
          members.push_back({*rebased, 0});
        }
      }
      if (touched) cell.refers = sets_.intern(std::move(members));
    }
    if (kind == SlotKind::Register || kind == SlotKind::Loop || kind == SlotKind::Key ||
        kind == SlotKind::MovedElement || kind == SlotKind::OfElement || kind == SlotKind::Answer ||
        kind == SlotKind::Asked)
      continue;
    if (!places_.within(index_of(where), from)) continue;
    if (const auto rebased = places_.rebased(index_of(where), from, to)) {
      moved.emplace_back(slot(kind, *rebased), cell);
      gone.push_back(where);
    }
  }
  for (const Slot where : gone) state.drop(where);
  for (const auto& [where, cell] : moved) {
    const Cell* known = state.find(where);
    const bool merge = known && kind_of(where) == SlotKind::Contents && places_[index_of(where)].many;
    state.put(where, merge ? Cell{sets_.join(known->refers, cell.refers), kNoTerm} : cell);
  }
}

// Notes that what ends was stored in something that lives on.
void Interpreter::stored(const State& state, PlaceId place, EventId event) {
  for (const auto& [where, cell] : state.entries()) {
    if (kind_of(where) != SlotKind::Contents || cell.refers == 0) continue;
    const PlaceId holder = index_of(where);
    const Base base = places_[holder].base;
    if (places_[holder].step == Step::None || base == Base::Temporary || places_.root(holder) == place)
      continue;
    for (const Held& held : sets_[cell.refers]) {
      if (held.ended == 0 && places_.within(held.place, place)) {
        events_[event].stored = true;
        return;
      }
    }
  }
}

// The caller's elements are about to live elsewhere.
void Interpreter::leave_home(State& state, PlaceId content) {
  const Slot home = slot(SlotKind::Origin, content);
  if (places_[content].lent && !places_[places_[content].parent].many && !state.find(home))
    state.put(home, {sets_.one({content}), kNoTerm});
  // What they refer to is what the caller left there, wherever they are.
  if (places_[content].lent && !state.find(slot(SlotKind::Contents, content)))
    state.put(slot(SlotKind::Contents, content), {sets_.one({places_.pointee(content)}), kNoTerm});
}

// What lives in `place` ends, elements of the caller's among it.
void Interpreter::homeless(State& state, PlaceId place, EventId event) {
  std::vector<PlaceId> gone;
  for (const auto& [where, cell] : state.entries()) {
    if (kind_of(where) != SlotKind::Origin || !places_.within(index_of(where), place)) continue;
    for (const Held& held : sets_[cell.refers]) gone.push_back(held.place);
  }
  for (const PlaceId origin : gone) {
    if (!places_.within(origin, place)) effect(state, Op::Invalidate, origin, event, 0, true);
  }
}

// A callee has moved elements between containers of its caller's: all of them at once.
void Interpreter::transfer_told(State& state, const std::vector<std::pair<PlaceId, PlaceId>>& moves,
                                const Fact& fact) {
  std::vector<PlaceId> between;
  for (const auto& [from, to] : moves) {
    leave_home(state, from);
    between.push_back(
        places_.content(places_.field(places_.base(Base::Temporary, &fact), &moves[between.size()])));
    rename(state, from, between.back(), true);
    if (places_[from].lent) state.put(slot(SlotKind::Origin, from), {});
  }
  for (std::size_t i = 0; i < moves.size(); ++i) rename(state, between[i], moves[i].second, true);
}

// A container moves: its elements have another owner now, and stay where they are.
void Interpreter::transfer(State& state, const std::vector<Held>& from, const std::vector<Held>& to) {
  if (to.size() != 1 || to.front().ended != 0) return;
  const PlaceId target = to.front().place;
  for (const Held& source : from) {
    if (source.ended != 0 || source.place == target) continue;
    const bool sure = from.size() == 1;
    if (const Cell* size = state.find(slot(SlotKind::Size, source.place)); size && sure) {
      state.put(slot(SlotKind::Size, target), *size);
    } else {
      state.drop(slot(SlotKind::Size, target));
    }
    if (const Cell* capacity = state.find(slot(SlotKind::Capacity, source.place)); capacity && sure) {
      state.put(slot(SlotKind::Capacity, target), *capacity);
    }
    const PlaceId from_content = places_.content(source.place);
    leave_home(state, from_content);
    rename(state, from_content, places_.content(target), sure);
    if (places_[from_content].lent) state.put(slot(SlotKind::Origin, from_content), {});
    state.put(slot(SlotKind::Size, source.place), {0, terms_.constant(0)});
    state.drop(slot(SlotKind::Capacity, source.place));
  }
}

void Interpreter::copy_object(State& state, PlaceId from, PlaceId to, bool strong, unsigned depth) {
  for (const SlotKind kind : {SlotKind::Size, SlotKind::Unwritten, SlotKind::Moved}) {
    // Of several objects one has no value, and others may.
    const bool among = kind != SlotKind::Moved && places_[to].many;
    if (const Cell* cell = among ? nullptr : state.find(slot(kind, from))) {
      state.put(slot(kind, to), *cell);
    } else {
      state.drop(slot(kind, to));
    }
  }
  if (const Cell* found = state.find(slot(SlotKind::Contents, from))) {
    const Cell cell = *found;
    put_contents(state, to, cell, strong);
  } else if (places_[from].lent && !places_[from].many) {
    // What the caller left there.
    put_contents(state, to, contents(state, from, Shape::Pointer), strong);
  } else if (!places_[to].many && state.find(slot(SlotKind::Contents, to))) {
    state.drop(slot(SlotKind::Contents, to));
  }
  if (depth == 0) return;
  const std::vector<PlaceId> parts = places_.parts(from);
  for (const PlaceId part : parts) {
    const Place place = places_[part];
    if (place.step != Step::Field && place.step != Step::Content) continue;
    copy_object(state, part, places_.step(to, place.step, place.what), strong, depth - 1);
  }
}

// Whoever refers to `from`, which is one object, refers to `to`, which it was all the time.
void Interpreter::identify(State& state, PlaceId from, PlaceId to) {
  rename(state, from, to, true);
  for (auto& [where, cell] : state.entries()) {
    const auto [symbol, offset] = terms_.split(cell.term);
    const auto of = holds_value(where) ? address_of_.find(symbol) : address_of_.end();
    if (of == address_of_.end() || !places_.within(of->second, from)) continue;
    const auto rebased = places_.rebased(of->second, from, to);
    const bool one = rebased && !places_[*rebased].many;
    cell.term = one ? terms_.sum(address_term(*rebased), offset) : terms_.symbol({.low = 1});
  }
}

void Interpreter::escape(State& state, SetId roots, bool write, bool write_behind, bool told) {
  std::set<PlaceId> seen;
  std::vector<Held> work = sets_[roots];
  while (!work.empty()) {
    const Held held = work.back();
    work.pop_back();
    if (held.ended != 0) continue;
    PlaceId place = held.place;
    if (places_[place].step == Step::Cursor) place = places_[place].parent;
    if (!seen.insert(place).second) continue;
    // A pointer into an object gives away the object.
    for (PlaceId at = place; at != kNoPlace && places_[at].step != Step::Pointee; at = places_[at].parent) {
      state.drop(slot(SlotKind::Allocated, at));
      state.drop(slot(SlotKind::Lent, at));
      state.drop(slot(SlotKind::Shares, at));
    }
    const SetId within = deep_contents(state, place, PlaceTable::kMaxDepth);
    work.insert(work.end(), sets_[within].begin(), sets_[within].end());
    // Who may not write to an object may write to what its members point to.
    const bool root = std::any_of(sets_[roots].begin(), sets_[roots].end(),
                                  [&](const Held& one) { return one.place == held.place; });
    if (!write && (root || !write_behind)) continue;
    const Place& known = places_[place];
    if (!places_.outside(place) && !known.many && known.base != Base::Static)
      state.put(slot(SlotKind::Kept, place), {});
    if (!root && told && places_.outside(place)) effect(state, Op::Escape, place, EventId{0}, 1, true);
    forget_moved_elements(state, place);
    std::vector<PlaceId> changed, behind, left;
    std::erase_if(state.entries(), [&](const auto& entry) {
      const SlotKind kind = kind_of(entry.first);
      // So is what the caller left behind its pointers, whatever they point to now.
      if (kind == SlotKind::Contents && places_[index_of(entry.first)].lent &&
          !places_.within(index_of(entry.first), place) && places_.behind(index_of(entry.first), place)) {
        behind.push_back(index_of(entry.first));
        const std::vector<Held>& there = sets_[entry.second.refers];
        work.insert(work.end(), there.begin(), there.end());
        return true;
      }
      const bool dropped = kind == SlotKind::Contents || kind == SlotKind::Unwritten ||
                           kind == SlotKind::Size || kind == SlotKind::Capacity || kind == SlotKind::Moved ||
                           kind == SlotKind::Vacant || kind == SlotKind::Text;
      if (kind == SlotKind::Size && places_.within(index_of(entry.first), place))
        changed.push_back(index_of(entry.first));
      if (facts_.strict && kind == SlotKind::Contents && entry.second.refers != 0 &&
          places_.within(index_of(entry.first), place))
        left.push_back(index_of(entry.first));
      return dropped && places_.within(index_of(entry.first), place);
    });
    // In the strict profile others leave behind what is alive.
    const auto others = [&](PlaceId at) {
      return Cell{facts_.strict ? sets_.one({places_.pointee(at)}) : 0, terms_.symbol({})};
    };
    for (const PlaceId at : left) state.put(slot(SlotKind::Contents, at), others(at));
    for (const PlaceId at : behind) {
      if (!places_[at].many) state.put(slot(SlotKind::Contents, at), others(at));
    }
    for (const PlaceId container : changed) {
      for (const SlotKind end : {SlotKind::First, SlotKind::Last}) renew_end(state, end, container);
    }
    left_by_others(state, place);
  }
}

// What the caller left there, in parts too, others have written over.
void Interpreter::left_by_others(State& state, PlaceId place) {
  if (places_[place].lent && !places_[place].many) {
    // In the strict profile they leave behind what is alive.
    state.put(slot(SlotKind::Contents, place),
              {facts_.strict ? sets_.one({places_.pointee(place)}) : 0, terms_.symbol({})});
  }
  const std::vector<PlaceId> parts = places_.parts(place);
  for (const PlaceId part : parts) {
    if (places_[part].step == Step::Field || places_[part].step == Step::Content) left_by_others(state, part);
  }
}

// Somebody unknown runs, who may write to what he keeps, and to what is static.
void Interpreter::unseen(State& state) {
  calls_unseen_ = true;
  std::vector<Held> reached;
  for (const auto& [where, cell] : state.entries()) {
    const PlaceId place = index_of(where);
    if (kind_of(where) == SlotKind::Kept ||
        (kind_of(where) == SlotKind::Contents && places_[place].base == Base::Static &&
         places_[place].step != Step::None) ||
        (kind_of(where) == SlotKind::Size && places_[place].base == Base::Static)) {
      reached.push_back({kind_of(where) == SlotKind::Kept ? place : places_.root(place)});
    }
  }
  if (!reached.empty()) escape(state, sets_.intern(std::move(reached)), true, false, false);
}

void Interpreter::invalidate(const Fact& fact, State& state, PlaceId place) {
  // What the caller knows as the elements of a container that was moved from lives elsewhere.
  const PlaceId container = places_[place].parent;
  const Cell* origin = state.find(slot(SlotKind::Origin, place));
  const bool elsewhere = origin || (container != kNoPlace && state.find(slot(SlotKind::Moved, container)));
  if (origin) homeless(state, place, event_of(fact, place));
  if (origin && sets_.one({place}) == origin->refers)
    effect(state, Op::Invalidate, place, fact, 0, fact.flag);
  const Depth depth = fact.step == Step::Content ? kShallow : fact.step == Step::Field ? kMoved : kAll;
  if (places_.outside(place) && !elsewhere) effect(state, Op::Invalidate, place, fact, depth, fact.flag);
  end(state, place, event_of(fact, place), false, true, depth);
  forget_moved_elements(state, place);
  if (!fact.flag) forget_within(state, place);
}

// What all elements hold: one that held something is gone, and nobody knows which.
void Interpreter::forget_elements(State& state, PlaceId content) {
  hand_over(state, deep_contents(state, content, PlaceTable::kMaxDepth));
  forget_moved_elements(state, content);
  std::erase_if(state.entries(), [&](const auto& entry) {
    return kind_of(entry.first) == SlotKind::Contents && places_.within(index_of(entry.first), content);
  });
}

// Those who hold the element learn that it ended; in a vector those who hold what comes after it too, and its
// end.
void Interpreter::end_element(State& state, PlaceId content, TermId identity, EventId event, bool after,
                              bool positions) {
  if (places_.beyond(content)) return;
  const auto element = [&](TermId position) {
    const auto found = found_element_.find(position);
    return found == found_element_.end() ? position : found->second;
  };
  const auto [base, offset] = terms_.split(identity);
  const TermId end = after ? terms_.named(kNameEnd, places_[content].parent) : kNoTerm;
  for (auto& [where, cell] : state.entries()) {
    if (cell.refers == 0 || !holds_value(where) || (cell.term == kNoTerm && !facts_.strict)) continue;
    const auto [other, distance] = terms_.split(cell.term);
    const bool same =
        (base != kNoTerm && other == base && (after ? distance >= offset : distance == offset)) ||
        (identity != kNoTerm && element(cell.term) == element(identity));
    // In the strict profile it may be that one unless it is known to be another.
    const bool maybe = facts_.strict && !apart_for_sure(state, cell.term, identity);
    if (!same && !maybe && cell.term != end) continue;
    std::vector<Held> members = sets_[cell.refers];
    for (Held& member : members) {
      if (positions && places_[member.place].step != Step::Cursor) continue;
      if (member.ended == 0 && places_.within(member.place, content)) member.ended = event;
    }
    cell.refers = sets_.intern(std::move(members));
  }
  for (const SlotKind side : {SlotKind::First, SlotKind::Last}) {
    const std::uint64_t number = side == SlotKind::First ? 1 : 2;
    if (identity == kNoTerm || element_at(state, {{places_[content].parent}}, number, {}) == identity)
      renew_end(state, side, places_[content].parent);
  }
}

void Interpreter::erase_at(const Fact& fact, State& state) {
  const Cell gone = get(state, fact.b);
  const bool positions = fact.step == Step::Cursor;
  for (const Held& held : this->held(state, fact.a)) {
    if (held.ended != 0) continue;
    const PlaceId content = places_.content(held.place);
    const EventId event = event_of(fact, content);
    if (!positions) end_owned(state, content, gone.term, event);
    forget_elements(state, content);
    if (places_.outside(content) || places_[places_.root(content)].base == Base::Static)
      effect(state, Op::EraseAt, content, event, 0, positions, gone.term);
    // The caller's positions in a vector stand before or after; most of them after.
    if (fact.flag && places_.outside(content)) effect(state, Op::Invalidate, content, fact, 0, true);
    if (const Cell* size = state.find(slot(SlotKind::Size, held.place))) {
      set_size(state, held.place, terms_.sum(size->term, -1));
    }
    end_element(state, content, gone.term, event, fact.flag, positions);
    // What std::remove_if left at the end goes, and nobody knows what it left.
    if (fact.flag && fact.deep && found_.contains(gone.term)) end(state, content, event, false, true);
  }
}

// Says so when the cell, which the caller finds at `place` in `holder`, refers to something that has ended.
bool Interpreter::left_dangling(const State& state, PlaceId place, const Cell& cell, PlaceId holder) {
  for (const Held& held : sets_[cell.refers]) {
    if (held.ended == 0) continue;
    const Event event = events_[held.ended];
    // What was deleted may stay where it was: only a use is wrong.
    // But what was made here, and went with the only owner, which lived here, nobody can have known. A part
    // of an element may belong to one that was there already.
    bool in_element = false;
    for (PlaceId at = place; places_[at].step == Step::Field; at = places_[at].parent)
      in_element |= places_[places_[at].parent].step == Step::Content;
    const bool own = event.cause == Cause::Owner && !event.word && !in_element &&
                     !shared_ends_.contains(held.ended) &&
                     places_[places_.root(held.place)].base == Base::Heap;
    const bool returned = places_[places_.root(holder)].base == Base::Result;
    if (event.cause != Cause::Scope && event.cause != Cause::Temporary && !own && !returned) continue;
    const Cell* written = state.find(slot(SlotKind::Written, holder));
    const Where at = written ? events_[sets_[written->refers].front().ended].where : event.where;
    const Finding finding{.wrong = Wrong::EscapeOfEnded, .where = at, .place = place, .event = event};
    if (doubted(finding.wrong)) return true;
    if (places_.outside(holder)) {
      left_.emplace_back(places_.root(held.place), finding);
    } else {
      report(finding);
    }
    return true;
  }
  return false;
}

void Interpreter::finish() {
  // What is still to be said was not doubted where it was seen.
  doubt_ = Doubt::None;
  report_leaks();
  for (const auto& [sought, finding] : nulls_used_) {
    if (std::ranges::none_of(sought, [&](TermId one) { return put_.contains(one); })) report(finding);
  }
  for (const auto& [place, finding] : left_) {
    if (!consumed_.contains(place)) {
      report(finding);
    } else if (auto path = path_of(finding.place)) {
      left_behind_.emplace_back(std::move(*path), finding);
    }
  }
}

void Interpreter::leave(State& state) {
  doubt_ = state.doubt;
  leaks(state, facts_.end);
  if (facts_.program) return;
  // Objects on the heap that the caller is given, each with where.
  std::vector<std::pair<PlaceId, PlaceId>> given;
  for (const auto& [where, cell] : state.entries()) {
    if (kind_of(where) != SlotKind::Contents) continue;
    const PlaceId place = index_of(where);
    if (!visible(place)) continue;
    left_dangling(state, place, cell, place);
    if (facts_.strict) keeps(state, place, cell);
    for (const Held& held : sets_[cell.refers]) {
      const PlaceId root = places_.root(held.place);
      if (held.ended == 0 && places_[root].base == Base::Heap) given.emplace_back(root, place);
    }
  }
  for (std::size_t i = 0; i < given.size() && i < 16; ++i) {
    const auto [object, holder] = given[i];
    for (const auto& [where, cell] : state.entries()) {
      if (kind_of(where) != SlotKind::Contents || !places_.within(index_of(where), object)) continue;
      left_dangling(state, index_of(where), cell, holder);
      for (const Held& held : sets_[cell.refers]) {
        const PlaceId root = places_.root(held.place);
        const auto same = [&](const auto& one) { return one.first == root; };
        if (held.ended == 0 && places_[root].base == Base::Heap &&
            std::none_of(given.begin(), given.end(), same))
          given.emplace_back(root, holder);
      }
    }
  }
}

}  // namespace hull::safety
