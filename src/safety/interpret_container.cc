// Containers: sizes, room, positions and indices.
#include <algorithm>
#include <bit>
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

// Of a container that is itself an element: none, if it is new.
TermId Interpreter::size_of_element(const State& state, const Cell& element, TermId otherwise) {
  const std::vector<Held>& held = sets_[element.refers];
  if (held.size() != 1 || held.front().ended != 0 || !places_[held.front().place].many) return otherwise;
  return vacant(state, held.front().place, element.term, otherwise);
}

// Another element is the first, or the last, than before.
void Interpreter::renew_end(State& state, SlotKind end, PlaceId container) {
  if (!places_[container].many) state.put(slot(end, container), {0, terms_.symbol({.low = 1})});
}

// What it is an element of was made without elements in it: that is over.
void Interpreter::fill(State& state, PlaceId container) {
  for (PlaceId at = container; at != kNoPlace && places_[at].step != Step::Pointee; at = places_[at].parent)
    state.drop(slot(SlotKind::Vacant, at));
}

void Interpreter::set_size(State& state, PlaceId container, TermId size) {
  fill(state, container);
  if (places_[container].many) return;
  if (size == kNoTerm || state.range(terms_, size).high < 0) size = terms_.symbol({.low = 0});
  const Cell* known = state.find(slot(SlotKind::Size, container));
  // An array has as many on every way, and so do tables.
  const bool same =
      terms_.value(size) && (places_[container].base == Base::Static || (known && known->term == size));
  state.put(slot(SlotKind::Size, container), {0, size});
  // On a way that no caller can know of, nor can he know how many are left.
  if (unsure(state) && !same) state.put(slot(SlotKind::Supposed, container), {0, kNoTerm});
}

// How many elements the array has by its type: so it is on every way.
void Interpreter::set_extent(State& state, PlaceId array, std::int64_t extent) {
  fill(state, array);
  if (!places_[array].many) state.put(slot(SlotKind::Size, array), {0, terms_.constant(extent)});
}

// Whether the container has no elements in which, or behind which, the place could lie.
bool Interpreter::lacks(State& state, PlaceId element) {
  PlaceId content = element;
  while (content != kNoPlace && places_[content].step != Step::Content) content = places_[content].parent;
  if (content == kNoPlace) return false;
  const Cell* size = state.find(slot(SlotKind::Size, places_[content].parent));
  return size && state.truth(terms_, size->term) == false;
}

void Interpreter::grow(const Fact& fact, State& state) {
  for (const Held& held : this->held(state, fact.a)) {
    if (held.ended != 0) continue;
    const TermId size = size_of(state, held.place).term;
    const Cell* room = state.find(slot(SlotKind::Capacity, held.place));
    bool fits = room != nullptr;
    if (room) {
      const auto capacity = terms_.value(room->term), count = terms_.value(size);
      if (capacity && count) {
        fits = *count + fact.number <= *capacity;
      } else if (facts_.strict) {
        fits = false;
      }
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
      if (fact.number == 1) put_what_was_sought(state, held.front().place);
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

// What stands for the callee and each of the objects that it is given: it may look for something in them.
std::vector<TermId> Interpreter::sought_in(const State& state, const CallSite& call) {
  std::vector<TermId> sought;
  const TermId callee = terms_.named(kNameQuestion, reinterpret_cast<std::uintptr_t>(call.summary));
  for (const Register argument : call.arguments) {
    const std::vector<Held>& held = this->held(state, argument);
    if (held.size() != 1 || held.front().ended != 0) continue;
    sought.push_back(terms_.named(kNameSought, callee, held.front().place));
    sought_.emplace(sought.back(), held.front().place);
  }
  return sought;
}

// Remembers on the way on which a callee says null that it has looked for something.
void Interpreter::sought(State& state, const Fact& fact) {
  const bool null = state.truth(terms_, get(state, fact.to).term) == false;
  for (const TermId sought : sought_in(state, *fact.call)) {
    if (null)
      state.put(slot(SlotKind::Key, sought), {0, terms_.constant(0)});
    else
      state.drop(slot(SlotKind::Key, sought));
  }
}

// What a callee did not find is put there: who looks for it with the same callee knows that it is there.
void Interpreter::put_what_was_sought(const State& state, PlaceId container) {
  for (const auto& [where, cell] : state.entries()) {
    if (kind_of(where) != SlotKind::Key) continue;
    const auto sought = sought_.find(index_of(where));
    if (sought != sought_.end() && sought->second == container) put_.insert(sought->first);
  }
}

// Null is used as a call gave it: whether what it looks for is put there is known when all was walked.
void Interpreter::null_used(const State& state, const Finding& finding) {
  const auto call = call_of_.find(finding.used);
  if (call == call_of_.end() || !call->second->summary) return report(finding);
  if (!doubted(finding.wrong)) nulls_used_.emplace_back(sought_in(state, *call->second), finding);
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
        given_positions_.insert(cell.term);
        if (filled) state.assume(terms_, terms_.equal(cell.term, end), false);
        break;
      }
      case 1:
        cell.term = end;
        break;
      case 2:
        cell.term = terms_.symbol();
        given_positions_.insert(cell.term);
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
    const auto [base, offset] = pointer_parts(get(state, fact.a));
    TermId before = offset;
    // Bytes, and elements of `number` bytes each.
    const bool bytes = fact.op == Op::Limit && fact.number > 1;
    if (bytes) before = calculate(state, kMultiply, offset, terms_.constant(fact.number), {});
    index = terms_.value(before) == 0 ? index : calculate(state, kAdd, index, before, {});
    if (places_[container].step == Step::Content && !places_.is_beside(container)) {
      if (base != terms_.named(kNameAddress, container, 0, {.low = 1})) return;
      container = places_[container].parent;
    } else {
      // Of the caller's: only he knows.
      if (!initial_of_.contains(base)) return;
      // What lies before may be his too.
      if (state.range(terms_, index).high < 0) return;
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
  if (fact.op == Op::Limit && !fact.deep && fact.number > 1)
    size = calculate(state, kMultiply, size, terms_.constant(fact.number), {.low = 0});
  within(fact, state, container, index, size);
}

// A pointer as an address, or what the caller passed, and how many elements lie between that and what it
// points to.
std::pair<TermId, TermId> Interpreter::pointer_parts(const Cell& pointer) {
  const auto [symbol, offset] = terms_.split(pointer.term);
  const Computed* computed = terms_.computed(symbol);
  const std::vector<Held>& held = sets_[pointer.refers];
  if (computed && computed->op == kAdd && held.size() == 1) {
    const Place& place = places_[held.front().place];
    const PlaceId from = places_.is_beside(held.front().place) ? places_[place.parent].parent : place.parent;
    for (const auto& [part, factor] : computed->sum) {
      const auto address = address_of_.find(part), initial = initial_of_.find(part);
      if (factor == 1 && ((address != address_of_.end() && address->second == held.front().place) ||
                          (initial != initial_of_.end() && initial->second == from)))
        return {part, terms_.add(pointer.term, part, -1)};
    }
  }
  return {symbol, terms_.constant(offset)};
}

// The elements of the array of which it is the beginning; kNoPlace when it is not known to be one.
PlaceId Interpreter::array_at(const Cell& pointer) {
  const std::vector<Held>& held = sets_[pointer.refers];
  if (held.size() != 1 || held.front().ended != 0) return kNoPlace;
  const PlaceId place = held.front().place;
  if (places_[place].step == Step::Content)
    return pointer.term == terms_.named(kNameAddress, place, 0, {.low = 1}) ? place : kNoPlace;
  const auto initial = initial_of_.find(pointer.term);
  const bool given = places_[place].step == Step::Pointee && initial != initial_of_.end() &&
                     initial->second == places_[place].parent;
  return given && !places_[place].many ? place : kNoPlace;
}

void Interpreter::set_text(const Fact& fact, State& state) {
  const PlaceId array = array_at(get(state, fact.a));
  const TermId length = get(state, fact.b).term;
  if (array != kNoPlace && length != kNoTerm) state.put(slot(SlotKind::Text, array), {0, length});
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

// How long the text is that the pointer points to. What may be written to is only as long as it was.
TermId Interpreter::text_size(State& state, const Cell& value, bool unchanging) {
  const std::vector<Held>& held = sets_[value.refers];
  const auto [base, offset] = terms_.split(value.term);
  if (const PlaceId array = array_at({value.refers, base}); array != kNoPlace) {
    if (const Cell* text = state.find(slot(SlotKind::Text, array))) return terms_.sum(text->term, -offset);
  }
  if (held.size() == 1 && places_[held.front().place].step == Step::Content) {
    // Of a literal, with its end.
    const PlaceId literal = places_[held.front().place].parent;
    const Cell* size = state.find(slot(SlotKind::Size, literal));
    const bool whole = base == terms_.named(kNameAddress, held.front().place, 0, {.low = 1});
    if (places_[literal].base == Base::Static && facts_.texts.contains(places_[literal].what) && size &&
        whole)
      return terms_.sum(size->term, -1 - offset);
    return kNoTerm;
  }
  if (!unchanging || value.term == kNoTerm || terms_.value(value.term)) return kNoTerm;
  const TermId text = terms_.named(kNameText, value.term, 0, {.low = 0});
  text_of_.emplace(text, value.term);
  return text;
}

// What an index is by what it was computed of, or by the numbers that it comes from, may lie before the
// beginning. Types alone, and what is not asked, say nothing.
bool Interpreter::before_beginning(const State& state, TermId index) const {
  constexpr Range kAll;
  constexpr std::int64_t kFew = std::int64_t{1} << 20;
  const Range at = state.range(terms_, index);
  if (at.guess) return false;
  if (said_high(state, index) < 0) return true;
  if (at.low >= 0 || at.low <= -kFew || at.high >= kFew || at.loose) return false;
  const TermId symbol = terms_.split(index).first;
  const Range& start = terms_.start(symbol);
  return terms_.computed(symbol) || state.range(terms_, symbol).low != start.low ||
         (start.low != kAll.low && start.high != kAll.high);
}

// Whether the least, and the largest, that the symbol can be comes only from how often the walk goes round.
std::pair<bool, bool> Interpreter::walked_to(const State& state, TermId symbol) const {
  if (symbol == kNoTerm || walked_.empty()) return {};
  if (walked_.contains(symbol)) {
    const Range now = state.range(terms_, symbol), start = terms_.start(symbol);
    if (now.constant()) return {};
    constexpr Range kAll;
    return {start.low != kAll.low && now.low == start.low, start.high != kAll.high && now.high == start.high};
  }
  const Computed* computed = terms_.computed(symbol);
  if (!computed) return {};
  std::pair<bool, bool> walked;
  const auto part = [&](TermId term, bool up) {
    const auto [low, high] = walked_to(state, terms_.split(term).first);
    walked.first |= up ? low : high;
    walked.second |= up ? high : low;
  };
  for (const auto& [term, factor] : computed->sum) part(term, factor > 0);
  part(computed->a, true);
  part(computed->b, computed->op != kDivide);
  return walked;
}

// The least that the term is, by what its author says. That the walk has gone through a loop so often says
// nothing where nobody knows how often it goes round: there may be less.
std::int64_t Interpreter::said_low(const State& state, TermId term) const {
  const auto [symbol, offset] = terms_.split(term);
  if (!walked_to(state, symbol).first) return state.range(terms_, term).low;
  const auto stride = strides_.find(symbol);
  const auto first = stride == strides_.end() ? std::nullopt : terms_.value(stride->second.first);
  // What is added may be that of one more round.
  constexpr Range kAll;
  return first ? saturated_sum(*first, std::min(offset, std::int64_t{0})) : kAll.low;
}

// The most that it is, so too.
std::int64_t Interpreter::said_high(const State& state, TermId term) const {
  const auto [symbol, offset] = terms_.split(term);
  if (!walked_to(state, symbol).second) return state.range(terms_, term).high;
  const auto stride = strides_.find(symbol);
  const auto first = stride == strides_.end() ? std::nullopt : terms_.value(stride->second.first);
  constexpr Range kAll;
  return first ? saturated_sum(*first, std::max(offset, std::int64_t{0})) : kAll.high;
}

// Whether it says that the index is not less than the bound.
bool Interpreter::said_beyond(const State& state, TermId index, TermId bound) const {
  const auto [a, more] = terms_.split(index);
  const auto [b, limit] = terms_.split(bound);
  if (a == b || (!walked_to(state, a).first && !walked_to(state, b).second)) return true;
  return said_low(state, index) >= said_high(state, bound) ||
         state.difference(terms_, a, b).low >= saturated_difference(limit, more);
}

// Whether the index is a number only because the walk is in the second round of a loop of which nobody knows
// whether it has one.
bool Interpreter::made_by_rounds(const State& state, Register index) const {
  if (constants_.contains(index) || !terms_.value(get(state, index).term)) return false;
  return std::ranges::any_of(state.entries(), [&](const auto& entry) {
    const std::uint32_t loop = index_of(entry.first);
    if (kind_of(entry.first) != SlotKind::Loop || loop < kGuessedRounds || loop >= kSupposed) return false;
    const Cell* rounds = state.find(slot(SlotKind::Loop, loop - kGuessedRounds));
    return rounds && terms_.value(rounds->term).value_or(0) == kWidenedRound - 1;
  });
}

// Whether anything was asked of the symbol.
bool Interpreter::mentioned(const State& state, TermId symbol) const {
  if (!(state.range(terms_, symbol) == terms_.start(symbol))) return true;
  const auto in = [&](TermId side) {
    const TermId of = terms_.split(side).first;
    const Computed* computed = terms_.computed(of);
    return of == symbol || (computed && (computed->a == symbol || computed->b == symbol ||
                                         std::any_of(computed->sum.begin(), computed->sum.end(),
                                                     [&](const auto& one) { return one.first == symbol; })));
  };
  return std::any_of(state.relations().begin(), state.relations().end(), [&](const auto& relation) {
    return in(terms_[relation.first].a) || in(terms_[relation.first].b);
  });
}

// What the author has asked says how much larger than the index the bound is at least; nothing when he did
// not ask, or asked for more than can be said here.
std::optional<std::int64_t> Interpreter::room_asked(const State& state, TermId index, TermId bound) const {
  const auto wanted = terms_.difference(bound, index);
  if (!wanted || wanted->first.empty()) return std::nullopt;
  std::optional<std::int64_t> most;
  const auto at_least = [&](std::int64_t room) { most = std::max(most.value_or(room), room); };
  std::set<std::int64_t> never;  // So much room there is not.
  if (const auto& [symbol, factor] = wanted->first.front(); wanted->first.size() == 1 && factor == 1) {
    const Range range = state.range(terms_, symbol);
    if (range.low > terms_.start(symbol).low && range.low > 0 && !range.guess)
      at_least(saturated_sum(range.low, wanted->second));
  }
  // What was computed and asked about: `size - offset < 64`.
  for (const auto& [symbol, range] : state.ranges()) {
    const Computed* computed = terms_.computed(symbol);
    if (!computed || computed->op != kAdd || computed->sum != wanted->first) continue;
    if (range.not_zero) never.insert(wanted->second);
    if (range.low <= terms_.start(symbol).low) continue;
    if (range.guess) return std::nullopt;
    at_least(saturated_sum(range.low, wanted->second));
  }
  struct Bound {
    Linear sum;
    std::int64_t least;
  };
  std::vector<Bound> bounds;
  for (const auto& [comparison, truth] : state.relations()) {
    const Term& term = terms_[comparison];
    if (term.op == TermOp::Equal && !truth) {
      for (const auto& apart : {terms_.difference(term.a, term.b), terms_.difference(term.b, term.a)}) {
        if (apart && apart->first == wanted->first) never.insert(wanted->second - apart->second);
      }
    }
    if (term.op != TermOp::Less) continue;
    auto known = truth ? terms_.difference(term.b, term.a) : terms_.difference(term.a, term.b);
    if (!known) continue;
    const std::int64_t least = least_of(known->first, truth - known->second);
    if (known->first == wanted->first)
      at_least(least + wanted->second);
    else
      bounds.push_back({std::move(known->first), least});
  }
  for (const Bound& bound : bounds) {
    // Another bound of the same may say more.
    const bool other = std::any_of(bound.sum.begin(), bound.sum.end(), [&](const auto& one) {
      return one.second < 0 &&
             std::find(wanted->first.begin(), wanted->first.end(), one) != wanted->first.end();
    });
    if (!other) continue;
    // With what is known of the rest it says how much there is: of another index that is added, by its range
    // or by a bound of its own.
    const Linear rest = difference(wanted->first, bound.sum);
    std::optional<std::int64_t> least;
    for (const Bound& second : bounds) {
      if (second.sum == rest) least = std::max(least.value_or(second.least), second.least);
    }
    if (rest.size() == 1 && rest.front().second == -1 && counted_.contains(rest.front().first)) {
      const Range range = state.range(terms_, rest.front().first);
      constexpr Range kAll;
      if (range.high != kAll.high && !range.loose && !range.guess)
        least = std::max(least.value_or(-range.high), -range.high);
    }
    if (!least) return std::nullopt;
    at_least(bound.least + *least + wanted->second);
  }
  while (most && never.contains(*most)) ++*most;
  return most;
}

// Whether the index is what a mask or a modulus left of a number of which nothing is known, and that goes
// beyond what there is: by a whole bit, for not every number that the bits can say need be one.
bool Interpreter::cut_too_late(const State& state, TermId index, std::int64_t limit) const {
  const auto [symbol, offset] = terms_.split(index);
  const Computed* computed = terms_.computed(symbol);
  if (!computed || offset != 0 || (computed->op != kBitAnd && computed->op != kRemainder)) return false;
  auto number = computed->a, cut = computed->b;
  if (computed->op == kBitAnd && terms_.value(number)) std::swap(number, cut);
  const auto most = terms_.value(cut);
  if (!most || *most <= 0 || terms_[number].op != TermOp::Symbol || mentioned(state, number)) return false;
  const Range range = state.range(terms_, number);
  if (computed->op == kRemainder) return *most > limit && range.low >= 0 && range.high >= *most;
  const auto bits = static_cast<std::uint64_t>(*most);
  const auto size = static_cast<std::uint64_t>(limit);
  // A text has its end besides.
  const bool even = std::has_single_bit(size) || std::has_single_bit(size - 1);
  return std::has_single_bit(bits + 1) && size > 2 && even && bits > size && range.high >= *most;
}

// The index is less than the size; with Limit it may be equal.
void Interpreter::within(const Fact& fact, State& state, PlaceId container, TermId index, TermId size) {
  Range at = state.range(terms_, index), room = state.range(terms_, size);
  at.low = said_low(state, index);
  room.high = said_high(state, size);
  const bool one_more = fact.op == Op::Limit || fact.flag;  // The end itself is allowed.
  const TermId counter = terms_.split(index).first;
  // Who looks beyond what the loop counts with on some way only does not do so because of the loop.
  const bool by_loop = counted_.contains(counter) && (every_round_ || terms_.split(index).second <= 0);
  const auto wrong = [&](std::int64_t value, std::int64_t limit) {
    report({.wrong = fact.op == Op::Limit ? Wrong::TooLarge : Wrong::OutOfBounds,
            .where = fact.where,
            .place = container,
            .word = fact.word,
            .number = value,
            .limit = limit,
            .counted = by_loop});
  };
  constexpr Range kAll;
  const auto undecided = [&] {
    ask_size(state, one_more ? SummaryAsk::Kind::Room : SummaryAsk::Kind::Index, container, index, size,
             fact.word, fact.where);
  };
  // Who counts down and asks whether an unsigned number is below 0 goes on from the largest number.
  if (const auto stride = strides_.find(counter);
      tested_in_vain_.contains(counter) && stride != strides_.end() && stride->second.second < 0)
    return wrong(at.high, room.high);
  if (searched_.contains(index) && fact.op != Op::Limit && !mentioned(state, index))
    return wrong(at.high, room.high);
  if (at.guess || room.guess || made_by_rounds(state, fact.b)) return undecided();
  if (said_high(state, index) < 0) return wrong(at.high, room.high);
  if (fact.op != Op::Limit && room.constant() && before_beginning(state, index))
    return wrong(at.low, room.high);
  // The last element, or one of those before it: so many there must be.
  if (const auto [last, back] = terms_.split(index);
      fact.op != Op::Limit && last == size && terms_[last].op == TermOp::Symbol && back < 0) {
    const TermId first = terms_.constant(-back - 1);
    if (lacks_elements(state, terms_.sum(size, back + 1))) return wrong(at.low, room.low);
    if (room.low < -back)
      ask_size(state, SummaryAsk::Kind::Index, container, first, size, fact.word, fact.where);
    return;
  }
  if (room.high != kAll.high) {
    const std::int64_t limit = room.high + one_more;
    if (at.low >= limit) return wrong(at.low, room.high);
    // A bound that the author wrote, and that is too large.
    if (at.high >= limit && at.high < (std::int64_t{1} << 30) && !at.loose && room.constant()) {
      return wrong(at.high, room.high);
    }
    if (room.constant() && cut_too_late(state, index, limit)) return wrong(at.high, room.high);
    if (room.constant() || one_more) {
      if (at.high >= limit || (at.low < 0 && terms_.computed(counter))) undecided();
      return;
    }
  }
  const TermId bound = one_more ? terms_.sum(size, 1) : size;
  const TermId less = terms_.less(index, bound);
  const auto fine = state.truth(terms_, less);
  if (fine) {
    // Who has asked whether it is the end takes it that what is not the end comes before it.
    if (!*fine && state.asked(terms_.known(TermOp::Equal, index, size)) != false &&
        said_beyond(state, index, bound))
      wrong(at.low, room.high);
    return;
  }
  // Who asks how far he is from the end, and goes further.
  constexpr std::int64_t kFewElements = 8;
  // How many there are at least is asked for the index that is written there.
  const bool written = fact.op == Op::Limit || fact.shape != Shape::None || !terms_.value(index);
  const auto asked = written ? room_asked(state, index, bound) : std::nullopt;
  const bool few = asked && *asked <= 0 && (fact.op == Op::Limit || (!one_more && *asked > -kFewElements));
  if (few) return wrong(at.low, room.high);
  // `index <= size` is what the author asked for.
  if (state.asked(terms_.less(bound, index)) == false && !state.truth(terms_, terms_.equal(index, bound))) {
    return wrong(at.low, room.high);
  }
  undecided();
}

TermId Interpreter::compute(const Fact& fact, State& state) {
  const TermId a = get(state, fact.a).term, b = get(state, fact.b).term;
  const auto y = terms_.value(b);
  switch (static_cast<Arithmetic>(fact.number)) {
    case kNarrow: {
      const auto bits = reinterpret_cast<std::uintptr_t>(fact.what);
      if (bits == 0 || bits > 62) return a;
      const Range range = state.range(terms_, a);
      const bool is_signed = fact.shape == Shape::Signed;
      const std::int64_t low = is_signed ? -(std::int64_t{1} << (bits - 1)) : 0;
      const std::int64_t high = (std::int64_t{1} << (is_signed ? bits - 1 : bits)) - 1;
      // Sizes that are cast to int are taken to fit, and so is what nothing is known of in two bytes.
      constexpr Range kAll;
      if ((range.low >= low && range.high <= high) || bits >= 32 ||
          (bits >= 16 && range.high == kAll.high && range.low <= high))
        return a;
      break;
    }
    case kNegate:
      return calculate(state, kMultiply, a, terms_.constant(-1), range_of(fact.shape));
    case kShiftLeft:
      if (y && *y >= 0 && *y < 31)
        return calculate(state, kMultiply, a, terms_.constant(std::int64_t{1} << *y), range_of(fact.shape));
      break;
    case kShiftRight:
      // Of what is below 0 it is no quotient.
      if (y && *y >= 0 && *y < 62 && (fact.shape == Shape::Unsigned || state.range(terms_, a).low >= 0))
        return calculate(state, kDivide, a, terms_.constant(std::int64_t{1} << *y), range_of(fact.shape));
      break;
    default:
      return calculate(state, static_cast<Arithmetic>(fact.number), a, b, range_of(fact.shape));
  }
  return terms_.symbol(range_of(fact.shape));
}

// What `op` makes of the two: with numbers that are known, a number.
TermId Interpreter::calculate(const State& state, Arithmetic op, TermId a, TermId b, Range range) {
  if (a == kNoTerm || b == kNoTerm) return terms_.symbol(range);
  const auto known = [&](TermId term) {
    const Range value = state.range(terms_, term);
    return value.constant() && !value.guess ? std::optional(value.low) : std::nullopt;
  };
  const auto x = known(a), y = known(b);
  if (x) a = terms_.constant(*x);
  if (y) b = terms_.constant(*y);
  const auto fits = [](auto value) {
    return value >= -(std::int64_t{1} << 62) && value <= (std::int64_t{1} << 62);
  };
  switch (op) {
    case kAdd:
      return terms_.add(a, b, 1, range);
    case kMultiply:
      if (x && y && !fits(static_cast<__int128>(*x) * *y)) return terms_.symbol(range);
      return terms_.compute(op, a, b, range);
    case kDivide:
      if (y && *y == 0) return terms_.symbol(range);
      if (x && y) return terms_.constant(*x / *y);
      return terms_.compute(op, a, b, range);
    case kRemainder:
      if (y && *y == 0) return terms_.symbol(range);
      if (x && y) return terms_.constant(*x % *y);
      return terms_.compute(op, a, b, range);
    case kBitAnd:
      if (x && y) return terms_.constant(*x & *y);
      return terms_.compute(op, a, b, range);
    default:
      return terms_.symbol(range);
  }
}

}  // namespace hull::safety
