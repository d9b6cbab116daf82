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
        if (filled) state.assume(terms_, terms_.equal(cell.term, end), false);
        break;
      }
      case 1:
        cell.term = end;
        break;
      case 2:
        cell.term = terms_.symbol();
        break;
      case 3: {
        cell.term = terms_.symbol();
        found_.emplace(cell.term, end);
        const TermId key = get(state, fact.b).term;
        if (key == kNoTerm) break;
        found_element_.emplace(cell.term, element_at(state, held, 0, get(state, fact.b)));
        const Cell* known = state.find(slot(SlotKind::Key, has_slot(state, container, key)));
        if (const auto there = known ? state.truth(terms_, known->term) : std::nullopt) {
          state.assume(terms_, terms_.equal(cell.term, end), !*there);
        }
        break;
      }
    }
  }
  if (cell.term == kNoTerm) cell.term = terms_.symbol();
  set(state, fact.to, cell);
}

void Interpreter::index(const Fact& fact, State& state) {
  const std::vector<Held>& held = this->held(state, fact.a);
  if (held.size() != 1 || held.front().ended != 0) return;
  PlaceId container = held.front().place;
  TermId index = get(state, fact.b).term;
  if (fact.op != Op::Index) {
    // A pointer into an array: what it points to counts from the first element.
    if (places_[container].step == Step::Content) {
      const auto [base, offset] = terms_.split(get(state, fact.a).term);
      if (base != terms_.named(kNameAddress, container, 0, {.low = 1})) return;
      index = terms_.sum(index, offset);
      container = places_[container].parent;
    } else if (fact.op == Op::IndexPointer) {
      return;
    }
  }
  const Cell* known = state.find(slot(SlotKind::Size, container));
  // How many elements an array has is what its type or its allocation says.
  if ((!known && fact.op != Op::Index) || index == kNoTerm) return;
  const TermId size = known ? known->term : size_of(state, container).term;
  if (fact.op == Op::Limit && fact.number > 1) {
    // Bytes, and elements of `number` bytes each.
    const auto bytes = terms_.value(index);
    if (!bytes) return;
    index = terms_.constant((*bytes + fact.number - 1) / fact.number);
  }
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
    if (!*fine && terms_.value(less))
      wrong(at.low, room.high);
    else if (!*fine)
      wrong(at.low, room.high);
    return;
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
