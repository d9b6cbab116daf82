// Reading and writing what places hold.
#include <algorithm>

#include "safety/interpret.h"

namespace hull::safety {

Cell Interpreter::get(const State& state, Register id) const {
  if (id == kNoRegister) return {};
  const Cell* cell = state.find(slot(SlotKind::Register, id));
  return cell ? *cell : Cell{};
}

Cell Interpreter::contents(State& state, PlaceId place, Shape shape) {
  if (const Cell* cell = state.find(slot(SlotKind::Contents, place))) return *cell;
  const Place known = places_[place];
  Cell cell;
  if (known.lent) {
    // What others left there is alive.
    cell.term =
        known.many ? terms_.symbol(range_of(shape)) : terms_.named(kNameInitial, place, 0, range_of(shape));
    if (!known.many) initial_of_.emplace(cell.term, place);
    if (shape == Shape::Pointer) cell.refers = sets_.one({places_.pointee(place)});
    return cell;
  }
  cell.term = terms_.symbol(range_of(shape));
  if (!known.many) state.put(slot(SlotKind::Contents, place), cell);
  return cell;
}

SetId Interpreter::deep_contents(State& state, PlaceId place, unsigned depth) {
  const Cell* cell = state.find(slot(SlotKind::Contents, place));
  SetId all = cell ? cell->refers : 0;
  if (depth == 0) return all;
  const std::vector<PlaceId> parts = places_.parts(place);
  for (const PlaceId part : parts) {
    if (places_[part].step == Step::Field || places_[part].step == Step::Content) {
      all = sets_.join(all, deep_contents(state, part, depth - 1));
    }
  }
  return all;
}

Cell Interpreter::load(State& state, const Cell& from, Shape shape, bool deep) {
  Cell loaded;
  bool one_of_many = false, lost = false, none = facts_.strict && !deep && from.refers != 0;
  const std::vector<Held>& held = sets_[from.refers];
  for (const Held& one : held) {
    // What lies in memory that is gone is not known.
    if (one.ended != 0) continue;
    if (deep) {
      loaded.refers = sets_.join(loaded.refers, deep_contents(state, one.place, PlaceTable::kMaxDepth));
      continue;
    }
    const Cell cell = contents(state, one.place, shape);
    loaded.refers = sets_.join(loaded.refers, cell.refers);
    loaded.term = held.size() == 1 && !places_[one.place].many ? cell.term : kNoTerm;
    // Another one of the numbers that were listed.
    if (held.size() == 1 && places_[one.place].many && cell.term != kNoTerm)
      loaded.term = terms_.symbol(terms_.start(cell.term));
    if (held.size() == 1 && (shape == Shape::Pointer || shape == Shape::Bool))
      loaded.term = vacant(state, one.place, from.term, loaded.term);
    one_of_many |= places_[one.place].many;
    lost |= places_.beyond(one.place);
    // Nothing was ever put there: there is no element.
    const Place& known = places_[one.place];
    none &= known.many && !known.lent && !state.find(slot(SlotKind::Contents, one.place));
  }
  // A number refers to nothing.
  if (shape != Shape::None && shape != Shape::Pointer) loaded.refers = 0;
  if (loaded.term == kNoTerm) {
    loaded.term = terms_.symbol(range_of(shape));
    if (one_of_many) one_of_many_.insert(loaded.term);
  }
  if (lost) lost_.insert(loaded.term);
  if (none) nothing_.insert(loaded.term);
  return loaded;
}

void Interpreter::put_contents(State& state, PlaceId place, Cell cell, bool strong) {
  forget_links(state, place);
  if (places_.beyond(place)) return hand_over(state, cell.refers);
  for (PlaceId at = place; at != kNoPlace && places_[at].step != Step::Pointee; at = places_[at].parent) {
    if (places_[at].step == Step::Content) state.drop(slot(SlotKind::Vacant, at));
    state.drop(slot(SlotKind::Text, at));
  }
  const Slot where = slot(SlotKind::Contents, place);
  if (!strong || places_[place].many) {
    if (const Cell* known = state.find(where)) {
      // What is written over may be what had ended.
      std::vector<Held> living = sets_[known->refers];
      if (strong) std::erase_if(living, [](const Held& held) { return held.ended != 0; });
      cell.refers = sets_.join(cell.refers, sets_.intern(std::move(living)));
    }
    cell.term = kNoTerm;
  } else {
    state.drop(slot(SlotKind::Supposed, place));
  }
  state.put(where, cell);
}

// A link of an object that the caller's pointers lead to was written: it may be any that has such a link,
// such as the one that a list begins with.
void Interpreter::forget_links(State& state, PlaceId place) {
  const Place& link = places_[place];
  // Too far away for it to be known which link.
  const bool any = places_.beyond(place);
  if (!link.lent || (!any && (link.step != Step::Field || places_[link.parent].step != Step::Pointee)))
    return;
  // What leads to an object that has the same link.
  const auto links = [&](PlaceId other) {
    return std::ranges::any_of(places_.parts(other), [&](PlaceId behind) {
      return places_[behind].step == Step::Pointee &&
             std::ranges::any_of(places_.parts(behind), [&](PlaceId part) {
               return places_.beyond(part) ||
                      (places_[part].step == Step::Field && places_[part].what == places_[other].what);
             });
    });
  };
  for (auto& [where, cell] : state.entries()) {
    if (kind_of(where) != SlotKind::Contents || cell.refers == 0) continue;
    const PlaceId at = index_of(where);
    const Place& other = places_[at];
    if (at == place || other.step != Step::Field || !other.lent) continue;
    if (!any && (other.what != link.what || other.parent == link.parent)) continue;
    if (links(at)) cell = {0, terms_.symbol({})};
  }
}

// One of several places holds the value now, and nobody knows whether it is this one: what it held may be
// gone, so that nothing will be said of it.
void Interpreter::put_one_of(State& state, PlaceId place, Cell cell) {
  if (places_.beyond(place)) return hand_over(state, cell.refers);
  const Slot where = slot(SlotKind::Contents, place);
  if (const Cell* known = state.find(where)) hand_over(state, known->refers);
  state.put(where, {cell.refers, kNoTerm});
}

// Between what and what the elements of an array are that is filled with a list of numbers, one more of which
// is put there.
std::optional<Range> Interpreter::listed(const State& state, PlaceId place, const Cell& value) const {
  const auto number = terms_.value(value.term);
  if (!number || value.refers != 0 || !places_[place].many) return std::nullopt;
  const Cell* before = state.find(slot(SlotKind::Contents, place));
  if (!before) return Range{.low = *number, .high = *number};
  if (before->term == kNoTerm) return std::nullopt;
  const Range& range = terms_.start(before->term);
  return Range{.low = std::min(range.low, *number), .high = std::max(range.high, *number)};
}

// What was deleted may stay where it was, but nobody puts it into the caller's memory after that.
void Interpreter::check_stored(const Fact& fact, State& state, const std::vector<Held>& targets, SetId value,
                               Register used) {
  if (targets.size() != 1 || targets.front().ended != 0 || !places_.outside(targets.front().place)) return;
  for (const Held& held : sets_[value]) {
    if (held.ended == 0 || events_[held.ended].cause != Cause::Delete || sets_[value].size() != 1) continue;
    const Held gone = held;
    report({.wrong = Wrong::UseOfEnded,
            .where = fact.where,
            .place = gone.place,
            .event = events_[gone.ended],
            .used = used});
    heal(state, gone.ended);
    return;
  }
}

void Interpreter::store(const Fact& fact, State& state, bool replace) {
  const std::vector<Held>& targets = held(state, fact.a);
  const Cell value = get(state, fact.b);
  if (out_of_sight(targets)) lose_sight(fact, state, targets, value.refers);
  check_stored(fact, state, targets, value.refers, fact.b);
  for (const Held& target : targets) {
    if (target.ended != 0) continue;
    if (value.refers != 0 && visible(target.place)) {
      state.put(slot(SlotKind::Written, target.place),
                {sets_.one({target.place, event_of(fact, target.place)}), kNoTerm});
    }
    const bool sure = replace && targets.size() == 1;
    const auto numbers = !replace && fact.flag ? listed(state, target.place, value) : std::nullopt;
    if (fact.deep && places_[target.place].many && places_[target.place].lent && facts_.strict) {
      // The others own what they did.
      put_contents(state, target.place, contents(state, target.place, Shape::Pointer), false);
    } else if (fact.deep && places_[target.place].many) {
      // One of many gave away what it owned: what the others own is not known to be the same.
      state.put(slot(SlotKind::Contents, target.place), {});
    } else if (replace && targets.size() > 1 && !places_[target.place].many) {
      put_one_of(state, target.place, value);
    } else {
      put_contents(state, target.place, value, sure);
    }
    if (numbers) state.put(slot(SlotKind::Contents, target.place), {0, terms_.symbol(*numbers)});
    if (places_[target.place].many) forget_moved_elements(state, target.place);
    if (!sure || places_[target.place].many) continue;
    state.drop(slot(SlotKind::Moved, target.place));
    state.drop(slot(SlotKind::Unwritten, target.place));
  }
}

// Pointers into two objects that both exist are not equal; nor is one into an object that was made since the
// function began equal to one into what the caller had.
bool Interpreter::different_objects(TermId a, TermId b) const {
  const auto place = [&](TermId term) {
    const auto found = address_of_.find(terms_.split(term).first);
    return found == address_of_.end() ? kNoPlace : found->second;
  };
  const auto object = [&](PlaceId at) {
    const PlaceId root = at == kNoPlace ? kNoPlace : places_.root(at);
    return root == kNoPlace || places_[root].many ? kNoPlace : root;
  };
  const PlaceId at_a = place(a), at_b = place(b);
  const PlaceId x = object(at_a), y = object(at_b);
  const auto own = [&](PlaceId root) { return root != kNoPlace && places_[root].base == Base::Heap; };
  const auto given = [&](TermId term) { return initial_of_.contains(terms_.split(term).first); };
  if ((own(x) && given(b)) || (own(y) && given(a))) return true;
  if (x == kNoPlace || y == kNoPlace || x == y) return false;
  return (!places_.outside(at_a) || own(y)) && (!places_.outside(at_b) || own(x));
}

// An object is moved from.
void Interpreter::moved(const Fact& fact, State& state) {
  const std::vector<Held>& held = this->held(state, fact.a);
  // One of several, or of many objects: it may be another that was moved.
  if (held.size() != 1 || held.front().ended != 0) return;
  const PlaceId place = held.front().place;
  // An object that is set to itself is what it was.
  const std::vector<Held>& to = this->held(state, fact.b);
  if (to.size() == 1 && places_.within(place, to.front().place)) return;
  const EventId event = event_of(fact, moved_whole(place, fact.number));
  if (places_[place].many) {
    const TermId element = moved_element(place, get(state, fact.a).term);
    if (element != kNoTerm)
      state.put(slot(SlotKind::MovedElement, element), {sets_.one({place, event}), kNoTerm});
    return;
  }
  if (places_.outside(place)) effect(state, Op::Move, place, event, fact.number);
  state.put(slot(SlotKind::Moved, place), {sets_.one({place, event}), kNoTerm});
}

// What a call fills that says how many it has filled.
void Interpreter::scan(const Fact& fact, State& state, std::vector<State>& forks) {
  const TermId written = terms_.less(terms_.constant(fact.number), get(state, fact.b).term);
  const std::vector<Held> outputs = held(state, fact.a);
  // Whether they have a value depends on how many were read.
  bool unwritten = false;
  for (const Held& one : outputs) {
    const Slot where = slot(SlotKind::Unwritten, one.place);
    if (const Cell* known = state.find(where)) {
      unwritten = true;
      state.put(where, {known->refers, get(state, fact.b).term});
    }
  }
  if (unwritten && !state.truth(terms_, written)) {
    State not_written = state;
    if (not_written.assume(terms_, written, false)) forks.push_back(std::move(not_written));
  }
  if (unwritten && !state.assume(terms_, written, true)) return;
  for (const Held& one : outputs) {
    if (one.ended != 0) continue;
    renew(state, one.place);
    put_contents(state, one.place, {0, terms_.symbol()}, outputs.size() == 1);
  }
}

void Interpreter::renewed_by(const Fact& fact, State& state) {
  const std::vector<Held>& held = this->held(state, fact.a);
  for (const Held& one : held) {
    if (one.ended == 0 && places_.outside(one.place)) effect(state, Op::Renew, one.place, fact);
    renew(state, one.place);
    const bool whole = held.size() == 1 && one.ended == 0 && !places_[one.place].many;
    if (fact.deep && whole) {
      state.put(slot(SlotKind::Destroyed, one.place),
                {sets_.one({one.place, event_of(fact, one.place, Cause::Delete, fact.word)}), kNoTerm});
    } else {
      state.drop(slot(SlotKind::Destroyed, one.place));
    }
  }
}

void Interpreter::copied(const Fact& fact, State& state) {
  const std::vector<Held>&from = held(state, fact.a), to = held(state, fact.b);
  if (from.size() == 1 && from.front().ended == 0 &&
      places_[places_.root(from.front().place)].base == Base::Temporary)
    check_stored(fact, state, to, deep_contents(state, from.front().place, PlaceTable::kMaxDepth),
                 kNoRegister);
  for (const Held& target : to) {
    if (target.ended != 0) continue;
    if (from.size() == 1 && to.size() == 1 && from.front().ended == 0) {
      if (fact.deep) {
        // It is made in memory that held another object: what the parts of that were is gone.
        std::erase_if(state.entries(), [&](const auto& entry) {
          const SlotKind kind = kind_of(entry.first);
          return (kind == SlotKind::Contents || kind == SlotKind::Size) &&
                 places_.within(index_of(entry.first), target.place);
        });
      }
      copy_object(state, from.front().place, target.place, true, PlaceTable::kMaxDepth);
      // So are those parts that only the caller knows of.
      if (fact.flag && places_.outside(target.place))
        put_contents(state, target.place, {0, terms_.symbol()}, true);
      if (fact.deep) identify(state, from.front().place, target.place);
    } else {
      put_contents(state, target.place, load(state, get(state, fact.a), Shape::None, true), to.size() == 1);
    }
  }
}

// Somebody unknown has it from now on.
void Interpreter::escapes(const Fact& fact, State& state) {
  SetId roots = get(state, fact.a).refers;
  if (!fact.deep) give_back(fact, state, sets_[roots]);
  if (fact.deep) {
    const std::vector<Held>& objects = sets_[roots];
    roots = 0;
    for (const Held& one : objects) {
      if (one.ended == 0) roots = sets_.join(roots, deep_contents(state, one.place, PlaceTable::kMaxDepth));
    }
  }
  for (const Held& one : sets_[roots]) {
    // The caller still knows what it knew, but not who frees it.
    if (one.ended == 0 && places_.outside(one.place))
      effect(state, Op::Escape, one.place, fact, !fact.flag || fact.number != 0, true);
  }
  if (facts_.strict && fact.cause == Cause::Call)
    may_end(state, roots, event_of(fact, sets_[roots].empty() ? kNoPlace : sets_[roots].front().place));
  const std::vector<std::pair<Slot, Cell>> lent = lend(state, roots);
  escape(state, roots, !fact.flag, fact.number != 0);
  for (const auto& [where, cell] : lent) state.put(where, cell);
}

}  // namespace hull::safety
