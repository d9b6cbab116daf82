// Containers: sizes, room, positions and indices.
#include <algorithm>
#include <set>

#include "safety/interpret.h"

namespace hull::safety {

Cell Interpreter::size_of(State& state, PlaceId container) {
  const Slot where = slot(SlotKind::Size, container);
  if (const Cell* cell = state.find(where)) return *cell;
  // What an escape left there is not what the caller had.
  const bool lent =
      places_[container].lent && !places_[container].many && !state.find(slot(SlotKind::Contents, container));
  const Cell cell{
      0, lent ? terms_.named(kNameInitialSize, container, 0, {.low = 0}) : terms_.symbol({.low = 0})};
  if (lent) initial_size_of_.emplace(cell.term, container);
  if (!places_[container].many) state.put(where, cell);
  return cell;
}

// Another element is the first, or the last, than before.
void Interpreter::renew_end(State& state, SlotKind end, PlaceId container) {
  if (!places_[container].many) state.put(slot(end, container), {0, terms_.symbol({.low = 1})});
}

void Interpreter::set_size(State& state, PlaceId container, TermId size) {
  if (places_[container].many) return;
  if (size == kNoTerm || state.range(terms_, size).high < 0) size = terms_.symbol({.low = 0});
  state.put(slot(SlotKind::Size, container), {0, size});
  // On a way that no caller can know of, nor can he know how many are left.
  if (unsure(state)) state.put(slot(SlotKind::Supposed, container), {0, kNoTerm});
}

void Interpreter::grow(const Fact& fact, State& state) {
  for (const Held& held : this->held(state, fact.a)) {
    if (held.ended != 0) continue;
    const TermId size = size_of(state, held.place).term;
    const Cell* room = state.find(slot(SlotKind::Capacity, held.place));
    bool fits = room != nullptr;
    if (room) {
      const auto capacity = terms_.value(room->term), count = terms_.value(size);
      if (capacity && count) fits = *count + fact.number <= *capacity;
    }
    if (!fits) {
      invalidate(fact, state, places_.content(held.place));
      state.drop(slot(SlotKind::Capacity, held.place));
    }
    set_size(state, held.place, terms_.sum(size, fact.number));
    renew_end(state, SlotKind::Last, held.place);
  }
}

// Which element of the container is the first (1), the last (2), or at the key (0).
TermId Interpreter::element_at(const State& state, const std::vector<Held>& containers, std::uint64_t number,
                               Cell key) {
  if (containers.size() != 1) return kNoTerm;
  const PlaceId container = containers.front().place;
  if (number != 0) {
    const Cell* known = state.find(slot(number == 1 ? SlotKind::First : SlotKind::Last, container));
    return known ? known->term : terms_.named(kNameElement + number, container, number, {.low = 1});
  }
  if (key.term == kNoTerm) return kNoTerm;
  // The key is that of an element.
  if (const auto known = element_of_.find(key.term); known != element_of_.end()) return known->second;
  const PlaceId content = places_.content(container);
  for (const Held& held : sets_[key.refers]) {
    if (held.place != container && places_.within(held.place, content)) return key.term;
  }
  const TermId element = terms_.named(kNameElement, container, key.term, {.low = 1});
  key_of_.emplace(element, key.term);
  return element;
}

TermId Interpreter::has_slot(State&, PlaceId container, TermId key) {
  return terms_.named(kNameHas, container, key, {.low = 0, .high = 1});
}

void Interpreter::has(const Fact& fact, State& state) {
  const std::vector<Held>& held = this->held(state, fact.a);
  Cell known;
  if (held.size() == 1 && held.front().ended == 0 && !places_[held.front().place].many) {
    const TermId key = get(state, fact.b).term;
    const Slot where = slot(SlotKind::Key, has_slot(state, held.front().place, key));
    if (fact.flag) {
      known = {0, terms_.constant(fact.number)};
      if (key != kNoTerm) state.put(where, known);
    } else if (const Cell* cell = state.find(where)) {
      known = *cell;
    } else if (const Cell* size = state.find(slot(SlotKind::Size, held.front().place));
               size && terms_.value(size->term) == 0) {
      known = {0, terms_.constant(0)};
    } else {
      known = {0, terms_.symbol({.low = 0, .high = 1})};
      if (key != kNoTerm) state.put(where, known);
    }
  }
  if (fact.to != kNoRegister)
    set(state, fact.to, known.term != kNoTerm ? known : Cell{0, terms_.symbol({.low = 0, .high = 1})});
}

// The position after the last element.
TermId Interpreter::end_term(PlaceId container) {
  const TermId end = terms_.named(kNameEnd, container);
  found_.emplace(end, end);
  end_of_.emplace(end, container);
  return end;
}

// Elements are made without a value: all of them; or the one at a key that the caller gave, who may have
// given one that is not there.
void Interpreter::vacate(const Fact& fact, State& state) {
  const std::vector<Held> held = this->held(state, fact.a);
  if (fact.deep) {
    for (const Held& one : held) {
      for (PlaceId at = one.place; at != kNoPlace; at = places_[at].parent)
        state.drop(slot(SlotKind::Vacant, at));
      state.drop(slot(SlotKind::Vacant, places_.content(one.place)));
    }
    return;
  }
  if (held.size() != 1 || held.front().ended != 0 || places_[held.front().place].many) return;
  const PlaceId container = held.front().place;
  const Slot where = slot(SlotKind::Vacant, places_.content(container));
  if (fact.b == kNoRegister) {
    // Those that were there before have one.
    if (fact.flag && terms_.value(size_of(state, container).term) != 0) return;
    state.put(where, {});
    return;
  }
  const TermId element = get(state, fact.b).term;
  const auto key = key_of_.find(element);
  if (key == key_of_.end() || !initial_of_.contains(key->second) || !places_[container].lent) return;
  // Nothing was put there on the way, and nobody has asked for the key.
  const Cell* asked = state.find(slot(SlotKind::Key, has_slot(state, container, key->second)));
  if (asked && state.truth(terms_, asked->term) != false) return;
  for (const auto& [position, found] : found_element_) {
    if (found == element && state.truth(terms_, terms_.equal(position, end_term(container))) != true) return;
  }
  if (state.find(slot(SlotKind::Contents, places_.content(container)))) return;
  state.put(where, {0, element});
}

// What the element at the place, or a part of it, holds if it was made without a value: null, unless somebody
// asks.
TermId Interpreter::vacant(const State& state, PlaceId place, TermId identity, TermId otherwise) {
  if (identity == kNoTerm) return otherwise;
  for (PlaceId at = place; at != kNoPlace && places_[at].step != Step::Pointee; at = places_[at].parent) {
    if (places_[at].step != Step::Content) continue;
    const Cell* vacant = state.find(slot(SlotKind::Vacant, at));
    if (!vacant) continue;
    if (vacant->term == kNoTerm) return terms_.constant(0);
    if (vacant->term != identity) continue;
    const TermId value = terms_.named(kNameVacant, place, identity, {.low = 0});
    maybe_null_.insert(value);
    return value;
  }
  return otherwise;
}

void Interpreter::position(const Fact& fact, State& state) {
  std::vector<Held> positions;
  const std::vector<Held>& held = this->held(state, fact.a);
  for (const Held& one : held) positions.push_back({places_.cursor(places_.content(one.place)), one.ended});
  Cell cell{sets_.intern(positions), kNoTerm};
  if (held.size() == 1) {
    const PlaceId container = held.front().place;
    const TermId end = end_term(container);
    switch (fact.number) {
      case 0: {
        const TermId size = size_of(state, container).term;
        const auto filled = state.truth(terms_, size);
        if (filled && !*filled) {
          cell.term = end;
          break;
        }
        cell.term = terms_.symbol();
        first_positions_.insert(cell.term);
        if (filled) state.assume(terms_, terms_.equal(cell.term, end), false);
        break;
      }
      case 1:
        cell.term = end;
        break;
      case 2:
        cell.term = terms_.symbol();
        break;
      case 4: {
        // What comes after an element that was erased is the end, if that was the last.
        cell.term = terms_.symbol();
        const TermId next = terms_.sum(get(state, fact.b).term, 1);
        if (state.asked(terms_.known(TermOp::Equal, next, end)) != false) found_.emplace(cell.term, end);
        break;
      }
      case 3: {
        cell.term = terms_.symbol();
        const TermId key = get(state, fact.b).term;
        if (key == kNoTerm) {
          found_.emplace(cell.term, end);
          break;
        }
        const TermId element = element_at(state, held, 0, get(state, fact.b));
        // Who looks for it again, having found nothing, has put it there in between.
        if (!sought_before(state, element, end)) found_.emplace(cell.term, end);
        found_element_.emplace(cell.term, element);
        const Cell* known = state.find(slot(SlotKind::Key, has_slot(state, container, key)));
        if (const auto there = known ? state.truth(terms_, known->term) : std::nullopt) {
          state.assume(terms_, terms_.equal(cell.term, end), !*there);
        }
        break;
      }
    }
  }
  // Of one container out of several it is the same one that is asked for twice.
  if (held.size() > 1 && fact.number == 1) cell.term = terms_.named(kNameEnd, cell.refers, 1);
  if (cell.term == kNoTerm) cell.term = terms_.symbol();
  set(state, fact.to, cell);
}

// Whether a search for the element has ended at `end`.
bool Interpreter::sought_before(const State& state, TermId element, TermId end) const {
  return std::ranges::any_of(state.relations(), [&](const auto& one) {
    const Term& term = terms_[one.first];
    if (!one.second || term.op != TermOp::Equal || (term.a != end && term.b != end)) return false;
    const auto found = found_element_.find(term.a == end ? term.b : term.a);
    return found != found_element_.end() && found->second == element;
  });
}

void Interpreter::index(const Fact& fact, State& state) {
  const std::vector<Held>& held = this->held(state, fact.a);
  if (held.size() != 1 || held.front().ended != 0) return;
  PlaceId container = held.front().place;
  TermId index = get(state, fact.b).term, size = kNoTerm;
  if (fact.op == Op::Limit && fact.deep) {
    // What an object takes is what its type says.
    size = terms_.constant(static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(fact.what)));
  } else if (fact.op == Op::Index && fact.deep) {
    size = view_size(contents(state, container, Shape::Pointer).term);
  } else if (fact.op != Op::Index) {
    // A pointer into an array: what it points to counts from the first element.
    const TermId pointer = get(state, fact.a).term;
    if (places_[container].step == Step::Content) {
      const auto [base, offset] = terms_.split(pointer);
      if (base != terms_.named(kNameAddress, container, 0, {.low = 1})) return;
      index = terms_.sum(index, offset);
      container = places_[container].parent;
    } else {
      // Of the caller's: only he knows.
      const auto [base, offset] = terms_.split(pointer);
      if (!initial_of_.contains(base)) return;
      index = terms_.sum(index, offset);
      // What lies before may be his too.
      if (state.range(terms_, index).low < 0) return;
      size = extent_of(base);
    }
  }
  if (index == kNoTerm) return;
  if (size == kNoTerm && fact.op != Op::Limit && fact.number > 0) size = terms_.constant(fact.number);
  if (size == kNoTerm) {
    const Cell* known = state.find(slot(SlotKind::Size, container));
    // How many elements an array has is what its type or its allocation says.
    if (!known && fact.op != Op::Index) return;
    size = known ? known->term : size_of(state, container).term;
  }
  if (fact.op == Op::Limit && fact.number > 1) {
    // Bytes, and elements of `number` bytes each.
    const auto bytes = terms_.value(index);
    if (!bytes) return;
    index = terms_.constant((*bytes + fact.number - 1) / fact.number);
  }
  within(fact, state, container, index, size);
}

// How many elements there are from where the pointer, or in the view, whose value that is.
TermId Interpreter::extent_of(TermId pointer) {
  const TermId extent = terms_.named(kNameViewSize, pointer, 0, {.low = 0});
  extent_of_.emplace(extent, pointer);
  return extent;
}

// How many elements the view has whose value that is.
TermId Interpreter::view_size(TermId view) {
  if (terms_.value(view) == 0) return terms_.constant(0);
  if (view == kNoTerm || terms_.value(view)) return terms_.symbol({.low = 0});
  if (const auto known = view_sizes_.find(view); known != view_sizes_.end()) return known->second;
  return extent_of(view);
}

// The same for any pointer or view; kNoTerm when nobody knows.
TermId Interpreter::extent(State& state, const Cell& value) {
  if (value.term == kNoTerm) return kNoTerm;
  if (const auto known = view_sizes_.find(value.term); known != view_sizes_.end()) return known->second;
  const auto [base, offset] = terms_.split(value.term);
  if (initial_of_.contains(base)) return terms_.sum(extent_of(base), -offset);
  const std::vector<Held> held = sets_[value.refers];
  if (held.size() != 1 || held.front().ended != 0) return kNoTerm;
  const PlaceId place = held.front().place;
  if (places_[place].step != Step::Content || base != terms_.named(kNameAddress, place, 0, {.low = 1}))
    return kNoTerm;
  const Cell* size = state.find(slot(SlotKind::Size, places_[place].parent));
  return size ? terms_.sum(size->term, -offset) : kNoTerm;
}

// How long the text is that the pointer points to.
TermId Interpreter::text_size(State& state, const Cell& value) {
  const std::vector<Held> held = sets_[value.refers];
  if (held.size() == 1 && places_[held.front().place].step == Step::Content) {
    // Of a literal, with its end.
    const PlaceId literal = places_[held.front().place].parent;
    const auto [base, offset] = terms_.split(value.term);
    const Cell* size = state.find(slot(SlotKind::Size, literal));
    const bool whole = base == terms_.named(kNameAddress, held.front().place, 0, {.low = 1});
    if (places_[literal].base == Base::Static && facts_.texts.contains(places_[literal].what) && size &&
        whole)
      return terms_.sum(size->term, -1 - offset);
    return kNoTerm;
  }
  if (value.term == kNoTerm || terms_.value(value.term)) return kNoTerm;
  const TermId text = terms_.named(kNameText, value.term, 0, {.low = 0});
  text_of_.emplace(text, value.term);
  return text;
}

// The index is less than the size; with Limit it may be equal.
void Interpreter::within(const Fact& fact, State& state, PlaceId container, TermId index, TermId size) {
  const Range at = state.range(terms_, index), room = state.range(terms_, size);
  const bool one_more = fact.op == Op::Limit || fact.flag;  // The end itself is allowed.
  const auto wrong = [&](std::int64_t value, std::int64_t limit) {
    report({.wrong = fact.op == Op::Limit ? Wrong::TooLarge : Wrong::OutOfBounds,
            .where = fact.where,
            .place = container,
            .word = fact.word,
            .number = value,
            .limit = limit,
            .counted = counted_.contains(terms_.split(index).first)});
  };
  constexpr Range kAll;
  const auto undecided = [&] {
    ask_size(state, one_more ? SummaryAsk::Kind::Room : SummaryAsk::Kind::Index, container, index, size,
             fact.word, fact.where);
  };
  if (at.guess || room.guess) return undecided();
  if (at.high < 0) return wrong(at.high, room.high);
  if (room.high != kAll.high) {
    const std::int64_t limit = room.high + one_more;
    if (at.low >= limit) return wrong(at.low, room.high);
    // A bound that the author wrote, and that is too large.
    if (at.high >= limit && at.high < (std::int64_t{1} << 30) && !at.loose && room.constant()) {
      return wrong(at.high, room.high);
    }
    if (at.high >= limit) undecided();
    return;
  }
  const TermId bound = one_more ? terms_.sum(size, 1) : size;
  const TermId less = terms_.less(index, bound);
  const auto fine = state.truth(terms_, less);
  if (fine) {
    // Who has asked whether it is the end takes it that what is not the end comes before it.
    if (!*fine && state.asked(terms_.known(TermOp::Equal, index, size)) != false) wrong(at.low, room.high);
    return;
  }
  // A loop that runs up to the last element, and goes for what comes after it.
  const auto [counter, beyond] = terms_.split(index);
  const bool asked_further = std::any_of(
      state.relations().begin(), state.relations().end(), [&, of = counter, least = beyond](const auto& one) {
        const Term& term = terms_[one.first];
        const auto [other, offset] = terms_.split(term.a);
        return one.second && term.op == TermOp::Less && term.b == size && other == of && offset >= least;
      });
  if (every_round_ && !one_more && !asked_further && beyond > 0 && counted_.contains(counter) &&
      state.asked(terms_.known(TermOp::Less, terms_.sum(counter, beyond - 1), size)) == true) {
    return wrong(at.low, room.high);
  }
  // `index <= size` is what the author asked for.
  if (state.asked(terms_.less(bound, index)) == false && !state.truth(terms_, terms_.equal(index, bound))) {
    return wrong(at.low, room.high);
  }
  undecided();
}

TermId Interpreter::compute(const Fact& fact, State& state) {
  const TermId a = get(state, fact.a).term, b = get(state, fact.b).term;
  const auto x = terms_.value(a), y = terms_.value(b);
  const auto fits = [](auto value) {
    return value >= -(std::int64_t{1} << 62) && value <= (std::int64_t{1} << 62);
  };
  switch (static_cast<Arithmetic>(fact.number)) {
    case kNarrow: {
      const auto bits = reinterpret_cast<std::uintptr_t>(fact.what);
      if (bits == 0 || bits > 62) return a;
      const Range range = state.range(terms_, a);
      const bool is_signed = fact.shape == Shape::Signed;
      const std::int64_t low = is_signed ? -(std::int64_t{1} << (bits - 1)) : 0;
      const std::int64_t high = (std::int64_t{1} << (is_signed ? bits - 1 : bits)) - 1;
      // Sizes that are cast to int are taken to fit.
      if ((range.low >= low && range.high <= high) || bits >= 32) return a;
      break;
    }
    case kNegate:
      if (x && fits(*x)) return terms_.constant(-*x);
      break;
    case kMultiply:
      if (x && y) {
        const __int128 product = static_cast<__int128>(*x) * *y;
        if (fits(product)) return terms_.constant(static_cast<std::int64_t>(product));
      }
      break;
    case kDivide:
      if (x && y && *y != 0) return terms_.constant(*x / *y);
      break;
    case kRemainder:
      if (x && y && *y != 0) return terms_.constant(*x % *y);
      if (y && *y > 0) {
        const bool positive = fact.shape == Shape::Unsigned || state.range(terms_, a).low >= 0;
        return terms_.symbol({.low = positive ? 0 : -(*y - 1), .high = *y - 1, .loose = true});
      }
      break;
    case kBitAnd:
      if (x && y) return terms_.constant(*x & *y);
      if (y && *y >= 0) return terms_.symbol({.low = 0, .high = *y, .loose = true});
      break;
    case kShiftLeft:
      if (x && y && *x >= 0 && *x < (std::int64_t{1} << 31) && *y >= 0 && *y < 31)
        return terms_.constant(*x << *y);
      break;
    case kShiftRight:
      if (x && y && *x >= 0 && *y >= 0 && *y < 63) return terms_.constant(*x >> *y);
      break;
  }
  Range range = range_of(fact.shape);
  return terms_.symbol(range);
}

}  // namespace hull::safety
