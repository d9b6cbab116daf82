// Values: what a fact makes of those that it is given.
#include <algorithm>
#include <limits>

#include "safety/interpret.h"

namespace hull::safety {

// A member, an element or what a pointer leads to.
Cell Interpreter::part(const Fact& fact, State& state) {
  const Cell from = get(state, fact.a);
  std::vector<Held> parts;
  for (const Held& one : sets_[from.refers]) {
    parts.push_back({places_.step(one.place, fact.step, fact.what), one.ended});
  }
  TermId term = from.term;
  if (fact.step == Step::Content) {
    // A pointer to the first element of an array says which element it points to.
    term = fact.flag && parts.size() == 1 ? address_term(parts.front().place) : terms_.symbol({.low = 1});
    if (!fact.flag && parts.size() == 1 && from.term != kNoTerm &&
        places_[places_[parts.front().place].parent].many) {
      term = from.term;
    }
    if (fact.flag && parts.size() == 1 && fact.number > 0) {
      const PlaceId array = places_[parts.front().place].parent;
      if (array != kNoPlace && !state.find(slot(SlotKind::Size, array)))
        set_extent(state, array, fact.number);
    }
  } else if (fact.step == Step::Field && !(parts.size() == 1 && places_[parts.front().place].many)) {
    // Parts of an element end with it, so they keep saying which element it is. A part of what is there
    // is there.
    term = parts.size() == 1 && parts.front().ended == 0 ? address_term(parts.front().place) : kNoTerm;
  }
  // What the caller left there is a number of that shape.
  if (fact.shape != Shape::None && parts.size() == 1 && parts.front().ended == 0 &&
      places_[parts.front().place].lent)
    contents(state, parts.front().place, fact.shape);
  return {sets_.intern(std::move(parts)), term};
}

// A sum or a difference, of pointers too.
Cell Interpreter::sum(const Fact& fact, State& state) {
  const Cell a = get(state, fact.a);
  const TermId b = get(state, fact.b).term;
  TermId sum = kNoTerm;
  if (fact.b == kNoRegister) {
    sum = terms_.sum(a.term, fact.number);
  } else if (const auto constant = terms_.value(b)) {
    sum = terms_.sum(a.term, fact.number < 0 ? -*constant : *constant);
  } else if (a.term != kNoTerm && b != kNoTerm) {
    sum = terms_.add(a.term, b, fact.number < 0 ? -1 : 1, range_of(fact.shape));
  }
  if (sum == kNoTerm) sum = terms_.symbol(range_of(fact.shape));
  // What lies beside an object is another one.
  std::vector<Held> beside = sets_[a.refers];
  if (terms_.split(sum) != terms_.split(a.term) || sum == kNoTerm) {
    for (Held& one : beside) {
      const Place& place = places_[one.place];
      if (place.step == Step::Pointee || (place.step == Step::None && place.base == Base::Heap))
        one.place = places_.beside(one.place);
    }
  }
  // Unsigned numbers go round.
  if (const auto value = terms_.value(sum); value && fact.shape == Shape::Unsigned) {
    constexpr std::int64_t kTop = std::numeric_limits<std::int64_t>::max();
    const auto from = terms_.value(a.term);
    if (*value < 0) {
      sum = terms_.constant(saturated_sum(kTop, *value + 1));
    } else if (*value == kTop && from && *from > kTop - kMostBelowZero && fact.b == kNoRegister &&
               fact.number > kTop - *from) {
      sum = terms_.constant(fact.number - (kTop - *from) - 1);
    }
  }
  // The distance of two pointers refers to nothing.
  return {fact.flag ? 0 : sets_.intern(std::move(beside)), sum};
}

Cell Interpreter::maybe_null(const Fact& fact, State& state) {
  const Cell from = get(state, fact.a);
  Cell cell{from.refers, terms_.symbol({.low = 0})};
  if (fact.deep) {
    const TermId condition = get(state, fact.b).term;
    if (state.truth(terms_, condition) == false) return {0, terms_.constant(0)};
    if (condition != kNoTerm) only_if_.emplace(cell.term, condition);
    return cell;
  }
  if (const auto there = state.truth(terms_, get(state, fact.b).term)) {
    cell = *there ? Cell{from.refers, terms_.symbol({.low = 1})} : Cell{0, terms_.constant(0)};
  } else if (!fact.flag && state.range(terms_, from.term).constant()) {
    cell.term = from.term;
  } else {
    maybe_null_.insert(cell.term);
    if (const TermId condition = get(state, fact.b).term) there_if_.emplace(cell.term, condition);
  }
  return cell;
}

// A pointer as one to another type.
Cell Interpreter::recast(const Fact& fact, State& state) {
  const Cell from = get(state, fact.a);
  const auto [base, offset] = terms_.split(from.term);
  const auto object = address_of_.find(base);
  // So many bytes are so many characters.
  if (fact.number == 1 && offset == 0 && object != address_of_.end() &&
      state.find(slot(SlotKind::Made, object->second)) && state.find(slot(SlotKind::Size, object->second))) {
    const PlaceId characters = places_.content(object->second);
    return {sets_.one({characters}), address_term(characters)};
  }
  const bool whole = object != address_of_.end() && places_[object->second].step != Step::Content;
  if (from.term == kNoTerm || whole || state.range(terms_, from.term).constant()) {
    return from;
  }
  const Cell cell{from.refers, terms_.symbol(state.range(terms_, from.term))};
  recast_.emplace(cell.term, from.term);
  if (one_of_many_.contains(from.term)) one_of_many_.insert(cell.term);
  if (maybe_null_.contains(from.term)) maybe_null_.insert(cell.term);
  return cell;
}

// Behind the last element.
Cell Interpreter::past(const Fact& fact, State& state) {
  const Cell from = get(state, fact.a);
  Cell cell{from.refers, terms_.symbol({.low = 1})};
  const std::vector<Held>& held = sets_[from.refers];
  if (held.size() == 1 && held.front().ended == 0 && places_[held.front().place].step == Step::Content) {
    const Cell* size = state.find(slot(SlotKind::Size, places_[held.front().place].parent));
    const auto count = size ? terms_.value(size->term) : std::nullopt;
    if (count) cell.term = terms_.sum(address_term(held.front().place), *count);
  }
  // Nothing comes between the ends of an empty view.
  if (terms_.value(from.term) == 0) cell.term = from.term;
  return cell;
}

}  // namespace hull::safety
