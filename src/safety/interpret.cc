#include "safety/interpret.h"

#include <algorithm>
#include <set>

namespace hull::safety {

namespace {

Range range_of(Shape shape) {
  switch (shape) {
    case Shape::Bool:
      return {.low = 0, .high = 1};
    case Shape::Unsigned:
    case Shape::Pointer:
      return {.low = 0};
    default:
      return {};
  }
}

Handle handle_of(const Fact& fact) { return fact.handle; }

}  // namespace

Interpreter::Interpreter(Facts& facts, Report report)
    : facts_(facts), places_(facts.places), report_(std::move(report)) {}

EventId Interpreter::event_of(const Fact& fact, PlaceId place) {
  return event_of(fact, place, fact.cause, fact.word);
}

EventId Interpreter::event_of(const Fact& fact, PlaceId place, Cause cause, const char* word) {
  const auto [entry, fresh] =
      event_ids_.try_emplace({&fact, place, cause}, static_cast<EventId>(events_.size()));
  if (fresh) events_.push_back({cause, fact.where, place, word});
  return entry->second;
}

void Interpreter::report(Finding finding) {
  if (report_) report_(finding);
}

// --- reading and writing ------------------------------------------------------------------------------

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
  bool one_of_many = false;
  const std::vector<Held> held = sets_[from.refers];
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
    one_of_many |= places_[one.place].many;
  }
  // A number refers to nothing.
  if (shape == Shape::Signed || shape == Shape::Unsigned || shape == Shape::Bool) loaded.refers = 0;
  if (loaded.term == kNoTerm) {
    loaded.term = terms_.symbol(range_of(shape));
    if (one_of_many) one_of_many_.insert(loaded.term);
  }
  return loaded;
}

void Interpreter::put_contents(State& state, PlaceId place, Cell cell, bool strong) {
  const Slot where = slot(SlotKind::Contents, place);
  if (!strong || places_[place].many) {
    if (const Cell* known = state.find(where)) {
      // What is written over may be what had ended.
      std::vector<Held> living = sets_[known->refers];
      if (strong) std::erase_if(living, [](const Held& held) { return held.ended != 0; });
      cell.refers = sets_.join(cell.refers, sets_.intern(std::move(living)));
    }
    cell.term = kNoTerm;
  }
  state.put(where, cell);
}

// Whoever finds an object in a container, another object or the caller's memory may free it.
void Interpreter::hand_over(State& state, SetId objects) {
  for (const Held& held : sets_[objects]) {
    for (PlaceId at = held.place; at != kNoPlace && places_[at].step != Step::Pointee;
         at = places_[at].parent) {
      state.drop(slot(SlotKind::Allocated, at));
    }
  }
}

void Interpreter::store(const Fact& fact, State& state, bool replace) {
  const std::vector<Held> targets = held(state, fact.a);
  const Cell value = get(state, fact.b);
  if (targets.empty()) hand_over(state, value.refers);
  for (const Held& target : targets) {
    if (target.ended != 0) continue;
    const Base base = places_[target.place].base;
    if (value.refers != 0 &&
        (base == Base::Result || base == Base::Static || places_.outside(target.place))) {
      state.put(slot(SlotKind::Written, target.place),
                {sets_.one({target.place, event_of(fact, target.place)}), kNoTerm});
    }
    if (places_[target.place].many || base == Base::Heap || places_.outside(target.place))
      hand_over(state, value.refers);
    const bool sure = replace && targets.size() == 1;
    put_contents(state, target.place, value, sure);
    if (!sure || places_[target.place].many) continue;
    state.drop(slot(SlotKind::Moved, target.place));
    state.drop(slot(SlotKind::Unwritten, target.place));
  }
}

// --- objects ------------------------------------------------------------------------------------------

void Interpreter::forget_within(State& state, PlaceId place) {
  std::erase_if(state.entries(), [&](const auto& entry) {
    switch (kind_of(entry.first)) {
      case SlotKind::Register:
      case SlotKind::Loop:
      case SlotKind::Key:
        return false;
      default:
        return places_.within(index_of(entry.first), place);
    }
  });
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
    if (known) rename(state, place, places_.base(Base::Heap, places_[place].what, 1), true);
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
// to the place as a whole do not; with `shallow` neither do those who refer to what its elements contain.
void Interpreter::end(State& state, PlaceId place, EventId event, bool possibly, bool itself, bool shallow) {
  for (auto& [where, cell] : state.entries()) {
    if (cell.refers == 0 || !holds_value(where)) continue;
    std::vector<Held> members = sets_[cell.refers];
    bool touched = false;
    const std::size_t count = members.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (members[i].ended != 0 || !places_.within(members[i].place, place)) continue;
      if (!itself && members[i].place == place) continue;
      if (shallow && behind_content(members[i].place, place)) continue;
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
  if (identity == kNoTerm) return;
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
    if (kind == SlotKind::Register || kind == SlotKind::Loop || kind == SlotKind::Key) continue;
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
    rename(state, places_.content(source.place), places_.content(target), sure);
    state.put(slot(SlotKind::Size, source.place), {0, terms_.constant(0)});
    state.drop(slot(SlotKind::Capacity, source.place));
  }
}

void Interpreter::copy_object(State& state, PlaceId from, PlaceId to, bool strong, unsigned depth) {
  for (const SlotKind kind : {SlotKind::Size, SlotKind::Unwritten, SlotKind::Moved}) {
    if (const Cell* cell = state.find(slot(kind, from))) {
      state.put(slot(kind, to), *cell);
    } else {
      state.drop(slot(kind, to));
    }
  }
  if (const Cell* found = state.find(slot(SlotKind::Contents, from))) {
    const Cell cell = *found;
    if (places_[to].many || places_[to].base == Base::Heap || places_.outside(to))
      hand_over(state, cell.refers);
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

void Interpreter::escape(State& state, SetId roots, bool write) {
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
      state.drop(slot(SlotKind::Shares, at));
    }
    const SetId within = deep_contents(state, place, PlaceTable::kMaxDepth);
    work.insert(work.end(), sets_[within].begin(), sets_[within].end());
    if (!write) continue;
    std::erase_if(state.entries(), [&](const auto& entry) {
      const SlotKind kind = kind_of(entry.first);
      const bool dropped = kind == SlotKind::Contents || kind == SlotKind::Unwritten ||
                           kind == SlotKind::Size || kind == SlotKind::Capacity || kind == SlotKind::Moved;
      return dropped && places_.within(index_of(entry.first), place);
    });
    const auto unknown = [&](auto&& self, PlaceId at) -> void {
      if (places_[at].lent && !places_[at].many) {
        state.put(slot(SlotKind::Contents, at), {0, terms_.symbol({})});
      }
      const std::vector<PlaceId> parts = places_.parts(at);
      for (const PlaceId part : parts) {
        if (places_[part].step == Step::Field || places_[part].step == Step::Content) self(self, part);
      }
    };
    unknown(unknown, place);
  }
}

// --- what ends ----------------------------------------------------------------------------------------

void Interpreter::free(const Fact& fact, State& state, const std::vector<Held>& objects) {
  // Of several objects one ends, unless all do.
  const bool one_of_many = !fact.flag && one_of_many_.contains(get(state, fact.a).term);
  const bool sure = objects.size() == 1 && !one_of_many;
  for (const Held& held : objects) {
    if (held.ended != 0) {
      const Event event = events_[held.ended];
      report({.wrong = Wrong::FreedTwice,
              .where = fact.where,
              .place = held.place,
              .event = event,
              .word = fact.word});
      heal(state, held.ended);
      continue;
    }
    PlaceId place = held.place;
    if (places_[place].step == Step::Content && places_[places_[place].parent].base == Base::Heap) {
      place = places_[place].parent;
    }
    const Place known = places_[place];
    const bool whole = known.step == Step::None || known.step == Step::Pointee;
    if (sure && (!whole || (known.step == Step::None && known.base != Base::Heap))) {
      if (known.base != Base::Result) {
        report({.wrong = Wrong::FreeOfOther, .where = fact.where, .place = place, .word = fact.word});
      }
      continue;
    }
    if (const Cell* owned = state.find(slot(SlotKind::Owned, place)); owned && fact.number != kOwner) {
      report({.wrong = Wrong::FreeOfOwned,
              .where = fact.where,
              .place = place,
              .event = events_[sets_[owned->refers].front().ended],
              .word = fact.word});
      continue;
    }
    if (const Cell* allocated = state.find(slot(SlotKind::Allocated, place)); allocated && sure) {
      const auto made = terms_.value(allocated->term);
      if (made && *made != kAnyAllocation && fact.number != kAnyAllocation && fact.number != kOwner &&
          *made != fact.number) {
        report({.wrong = Wrong::FreeMismatch,
                .where = fact.where,
                .place = place,
                .event = events_[sets_[allocated->refers].front().ended],
                .word = fact.word,
                .number = fact.number,
                .limit = *made});
      }
    }
    if (places_.outside(place) && sure) effect(state, Op::Free, place, fact, fact.number, fact.deep);
    if ((sure || fact.flag) && !known.many) {
      end(state, place, event_of(fact, place), false, true);
      forget_within(state, place);
    } else {
      end_alike(state, place, event_of(fact, place), get(state, fact.a).term);
    }
  }
}

void Interpreter::invalidate(const Fact& fact, State& state, PlaceId place) {
  // What the caller knows as the elements of a container that was moved from lives elsewhere.
  const PlaceId container = places_[place].parent;
  const bool elsewhere = container != kNoPlace && state.find(slot(SlotKind::Moved, container));
  if (places_.outside(place) && !elsewhere) effect(state, Op::Invalidate, place, fact, 0, fact.flag);
  end(state, place, event_of(fact, place), false, true, fact.step == Step::Content);
  if (!fact.flag) forget_within(state, place);
}

void Interpreter::erase_at(const Fact& fact, State& state) {
  const Cell gone = get(state, fact.b);
  for (const Held& held : this->held(state, fact.a)) {
    if (held.ended != 0) continue;
    const PlaceId content = places_.content(held.place);
    const EventId event = event_of(fact, content);
    // What the others hold is not told apart from what this one held.
    state.drop(slot(SlotKind::Contents, content));
    if (places_.outside(content) || places_[places_.root(content)].base == Base::Static)
      effect(state, Op::EraseAt, content, fact);
    // The caller's positions in a vector stand before or after; most of them after.
    if (fact.flag && places_.outside(content)) effect(state, Op::Invalidate, content, fact, 0, true);
    if (const Cell* size = state.find(slot(SlotKind::Size, held.place))) {
      set_size(state, held.place, terms_.sum(size->term, -1));
    }
    const auto [base, offset] = terms_.split(gone.term);
    if (base == kNoTerm) continue;
    for (auto& [where, cell] : state.entries()) {
      if (cell.refers == 0 || !holds_value(where)) continue;
      const auto [other, distance] = terms_.split(cell.term);
      if (other != base || (fact.flag ? distance < offset : distance != offset)) continue;
      std::vector<Held> members = sets_[cell.refers];
      for (Held& member : members) {
        if (member.ended == 0 && places_.within(member.place, content)) member.ended = event;
      }
      cell.refers = sets_.intern(std::move(members));
    }
  }
}

// --- containers ---------------------------------------------------------------------------------------

Cell Interpreter::size_of(State& state, PlaceId container) {
  const Slot where = slot(SlotKind::Size, container);
  if (const Cell* cell = state.find(where)) return *cell;
  const bool lent = places_[container].lent && !places_[container].many;
  const Cell cell{
      0, lent ? terms_.named(kNameInitialSize, container, 0, {.low = 0}) : terms_.symbol({.low = 0})};
  if (!places_[container].many) state.put(where, cell);
  return cell;
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
  }
}

TermId Interpreter::has_slot(State&, PlaceId container, TermId key) {
  return terms_.named(kNameHas, container, key, {.low = 0, .high = 1});
}

void Interpreter::has(const Fact& fact, State& state) {
  const std::vector<Held> held = this->held(state, fact.a);
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

void Interpreter::position(const Fact& fact, State& state) {
  std::vector<Held> positions;
  const std::vector<Held> held = this->held(state, fact.a);
  for (const Held& one : held) positions.push_back({places_.cursor(places_.content(one.place)), one.ended});
  Cell cell{sets_.intern(positions), kNoTerm};
  if (held.size() == 1) {
    const PlaceId container = held.front().place;
    const TermId end = terms_.named(kNameEnd, container);
    found_.emplace(end, end);
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
  const std::vector<Held> held = this->held(state, fact.a);
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
  if (!known || index == kNoTerm) return;
  const TermId size = known->term;
  if (fact.op == Op::Limit && fact.number > 1) {
    // Bytes, and elements of `number` bytes each.
    const auto bytes = terms_.value(index);
    if (!bytes) return;
    index = terms_.constant((*bytes + fact.number - 1) / fact.number);
  }
  const Range at = state.range(terms_, index), room = state.range(terms_, size);
  const bool one_more = fact.op == Op::Limit;  // The end itself is allowed.
  const auto wrong = [&](std::int64_t value, std::int64_t limit) {
    report({.wrong = fact.op == Op::Limit ? Wrong::TooLarge : Wrong::OutOfBounds,
            .where = fact.where,
            .place = container,
            .word = fact.word,
            .number = value,
            .limit = limit});
  };
  constexpr Range kAll;
  if (at.guess || room.guess) return;
  if (at.high < 0) return wrong(at.high, room.high);
  if (room.high != kAll.high) {
    const std::int64_t limit = room.high + one_more;
    if (at.low >= limit) return wrong(at.low, room.high);
    // A bound that the author wrote, and that is too large.
    if (at.high >= limit && at.high < (std::int64_t{1} << 30) && !at.loose && room.constant()) {
      return wrong(at.high, room.high);
    }
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
    wrong(at.low, room.high);
  }
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

// --- checks -------------------------------------------------------------------------------------------

void Interpreter::use(const Fact& fact, State& state) {
  const Cell cell = get(state, fact.a);
  const std::vector<Held> held = sets_[cell.refers];
  for (const Held& one : held) {
    if (one.ended == 0) {
      if (places_.outside(one.place)) used(state, false, one.place, fact.where);
      continue;
    }
    report({.wrong = Wrong::UseOfEnded,
            .where = fact.where,
            .place = one.place,
            .event = events_[one.ended],
            .handle = handle_of(fact),
            .word = fact.word});
    heal(state, one.ended);
    break;
  }
  if (cell.term == kNoTerm || fact.flag) return;
  if (fact.handle == Handle::Iterator) {
    const auto found = found_.find(cell.term);
    if (found == found_.end()) return;
    const auto at_end = state.truth(terms_, terms_.equal(cell.term, found->second));
    if (at_end && !*at_end) return;
    report({.wrong = Wrong::UseOfEnd,
            .where = fact.where,
            .place = held.empty() ? kNoPlace : held.front().place,
            .handle = fact.handle});
    state.assume(terms_, terms_.equal(cell.term, found->second), false);
    return;
  }
  const Range range = state.range(terms_, cell.term);
  const bool null = range.low == 0 && range.high == 0;
  const bool unasked = maybe_null_.contains(cell.term) && !state.truth(terms_, cell.term);
  if ((null || unasked) && !range.guess) {
    report({.wrong = Wrong::UseOfNull, .where = fact.where, .handle = fact.handle, .word = fact.word});
  }
  state.assume(terms_, cell.term, true);
}

void Interpreter::read(const Fact& fact, State& state) {
  const std::vector<Held> held = this->held(state, fact.a);
  for (const Held& one : held) {
    if (one.ended != 0) continue;
    for (PlaceId at = one.place; at != kNoPlace && places_[at].step != Step::Pointee;
         at = places_[at].parent) {
      if (const Cell* moved = state.find(slot(SlotKind::Moved, at))) {
        const EventId event = sets_[moved->refers].front().ended;
        report({.wrong = Wrong::UseOfMoved,
                .where = fact.where,
                .place = at,
                .event = events_[event],
                .word = fact.word});
        state.drop(slot(SlotKind::Moved, at));
      }
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

// --- one fact -----------------------------------------------------------------------------------------

bool Interpreter::apply(const Fact& fact, State& state, std::vector<State>& forks) {
  const auto result = [&](Cell cell) { set(state, fact.to, cell); };
  switch (fact.op) {
    case Op::Address: {
      result({sets_.one({fact.place}), terms_.named(kNameAddress, fact.place, 0, {.low = 1})});
      break;
    }
    case Op::Constant:
      result({0, terms_.constant(fact.number)});
      break;
    case Op::Unknown: {
      Range range = range_of(fact.shape);
      if (fact.flag) range = {.low = 1};
      result({fact.place == kNoPlace ? 0 : sets_.one({fact.place}), terms_.symbol(range)});
      break;
    }
    case Op::Copy:
      result(get(state, fact.a));
      break;
    case Op::Both: {
      const Cell a = get(state, fact.a), b = get(state, fact.b);
      result({sets_.join(a.refers, b.refers), kNoTerm});
      break;
    }
    case Op::Either: {
      const Cell* a = state.find(slot(SlotKind::Register, fact.a));
      const Cell cell = a ? *a : get(state, fact.b);
      state.drop(slot(SlotKind::Register, fact.a));
      state.drop(slot(SlotKind::Register, fact.b));
      result(cell);
      break;
    }
    case Op::Load:
      result(load(state, get(state, fact.a), fact.shape, fact.deep));
      break;
    case Op::Store:
      store(fact, state, true);
      break;
    case Op::Put:
      store(fact, state, false);
      break;
    case Op::Part: {
      const Cell from = get(state, fact.a);
      std::vector<Held> parts;
      for (const Held& one : std::vector<Held>(sets_[from.refers])) {
        parts.push_back({places_.step(one.place, fact.step, fact.what), one.ended});
      }
      TermId term = from.term;
      if (fact.step == Step::Content) {
        // A pointer to the first element of an array says which element it points to.
        term = fact.flag && parts.size() == 1 ? terms_.named(kNameAddress, parts.front().place, 0, {.low = 1})
                                              : terms_.symbol({.low = 1});
        if (!fact.flag && parts.size() == 1 && from.term != kNoTerm &&
            places_[places_[parts.front().place].parent].many) {
          term = from.term;
        }
        if (fact.flag && parts.size() == 1 && fact.number > 0) {
          const PlaceId array = places_[parts.front().place].parent;
          if (array != kNoPlace && !state.find(slot(SlotKind::Size, array)))
            set_size(state, array, terms_.constant(fact.number));
        }
      } else if (fact.step == Step::Field && !(parts.size() == 1 && places_[parts.front().place].many)) {
        // Parts of an element end with it, so they keep saying which element it is.
        term = kNoTerm;
      }
      result({sets_.intern(std::move(parts)), term});
      break;
    }
    case Op::Element: {
      const Cell from = get(state, fact.a);
      std::vector<Held> elements;
      for (const Held& one : sets_[from.refers]) {
        const Place& place = places_[one.place];
        elements.push_back({place.step == Step::Cursor ? place.parent : one.place, one.ended});
      }
      result({sets_.intern(std::move(elements)), from.term});
      break;
    }
    case Op::Add: {
      const Cell a = get(state, fact.a);
      const TermId b = get(state, fact.b).term;
      TermId sum = kNoTerm;
      if (fact.b == kNoRegister) {
        sum = terms_.sum(a.term, fact.number);
      } else if (const auto constant = terms_.value(b)) {
        sum = terms_.sum(a.term, fact.number < 0 ? -*constant : *constant);
      } else if (const auto left = terms_.value(a.term); left && fact.number >= 0) {
        sum = terms_.sum(b, *left);
      } else if (fact.number < 0 && a.term != kNoTerm) {
        const auto [x, m] = terms_.split(a.term);
        const auto [y, n] = terms_.split(b);
        if (x == y && x != kNoTerm) sum = terms_.constant(m - n);
      }
      if (sum == kNoTerm) sum = terms_.symbol(range_of(fact.shape));
      // Unsigned numbers go round.
      if (const auto value = terms_.value(sum); value && *value < 0 && fact.shape == Shape::Unsigned) {
        sum = terms_.constant(std::numeric_limits<std::int64_t>::max());
      }
      result({a.refers, sum});
      break;
    }
    case Op::Less:
      result({0, terms_.less(get(state, fact.a).term, get(state, fact.b).term)});
      break;
    case Op::Equal:
      result({0, terms_.equal(get(state, fact.a).term, get(state, fact.b).term)});
      break;
    case Op::Not:
      result({0, terms_.negated(get(state, fact.a).term)});
      break;
    case Op::Compute:
      result({0, compute(fact, state)});
      break;
    case Op::MaybeNull: {
      const Cell from = get(state, fact.a);
      Cell cell{from.refers, terms_.symbol({.low = 0})};
      if (!fact.flag && state.range(terms_, from.term).constant()) {
        cell.term = from.term;
      } else {
        maybe_null_.insert(cell.term);
      }
      result(cell);
      break;
    }
    case Op::Begin:
      begin(state, fact.place);
      if (fact.flag)
        state.put(slot(SlotKind::Unwritten, fact.place),
                  {sets_.one({fact.place, event_of(fact, fact.place)}), kNoTerm});
      break;
    case Op::Expire:
      forget_within(state, fact.place);
      end(state, fact.place, event_of(fact, fact.place), false, true);
      break;
    case Op::Free:
      free(fact, state, held(state, fact.a));
      break;
    case Op::Invalidate:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended != 0) continue;
        // Where there is room nothing moves.
        if (fact.deep && state.find(slot(SlotKind::Capacity, places_[one.place].parent))) continue;
        invalidate(fact, state, one.place);
      }
      break;
    case Op::EraseAt:
      erase_at(fact, state);
      break;
    case Op::Move: {
      const std::vector<Held> held = this->held(state, fact.a);
      // One of several, or of many objects: it may be another that was moved.
      if (held.size() != 1 || held.front().ended != 0 || places_[held.front().place].many) break;
      const PlaceId place = held.front().place;
      if (places_.outside(place)) effect(state, Op::Move, place, fact);
      state.put(slot(SlotKind::Moved, place), {sets_.one({place, event_of(fact, place)}), kNoTerm});
      break;
    }
    case Op::Renew: {
      const std::vector<Held> held = this->held(state, fact.a);
      for (const Held& one : held) {
        if (one.ended == 0 && places_.outside(one.place)) effect(state, Op::Renew, one.place, fact);
        std::erase_if(state.entries(), [&](const auto& entry) {
          return (kind_of(entry.first) == SlotKind::Moved || kind_of(entry.first) == SlotKind::Unwritten) &&
                 places_.within(index_of(entry.first), one.place);
        });
      }
      break;
    }
    case Op::Transfer:
      transfer(state, held(state, fact.a), held(state, fact.b));
      break;
    case Op::CopyObject: {
      const std::vector<Held> from = held(state, fact.a), to = held(state, fact.b);
      for (const Held& target : to) {
        if (target.ended != 0) continue;
        if (from.size() == 1 && to.size() == 1 && from.front().ended == 0) {
          copy_object(state, from.front().place, target.place, true, PlaceTable::kMaxDepth);
        } else {
          put_contents(state, target.place, load(state, get(state, fact.a), Shape::None, true),
                       to.size() == 1);
        }
      }
      break;
    }
    case Op::Escape: {
      const SetId roots = get(state, fact.a).refers;
      if (fact.deep) {
        for (const Held& one : std::vector<Held>(sets_[roots])) {
          if (one.ended == 0)
            escape(state, deep_contents(state, one.place, PlaceTable::kMaxDepth), !fact.flag);
        }
      } else {
        escape(state, roots, !fact.flag);
      }
      break;
    }
    case Op::Allocate:
    case Op::Own: {
      if (fact.number == kMalloc) {
        // There may be no memory, which nobody must ask about.
        State failed = state;
        set(failed, fact.to, {0, terms_.symbol({.low = 0, .high = 0, .guess = true})});
        forks.push_back(std::move(failed));
      }
      if (fact.op == Op::Allocate) begin(state, fact.place);
      state.put(slot(SlotKind::Allocated, fact.place),
                {sets_.one({fact.place, event_of(fact, fact.place, Cause::Declared, fact.word)}),
                 terms_.constant(fact.number)});
      if (fact.to != kNoRegister) result({sets_.one({fact.place}), terms_.symbol({.low = 1})});
      break;
    }
    case Op::Reallocate: {
      State failed = state;
      set(failed, fact.to, {0, terms_.constant(0)});
      forks.push_back(std::move(failed));
      free(fact, state, held(state, fact.a));
      begin(state, fact.place);
      state.put(slot(SlotKind::Allocated, fact.place),
                {sets_.one({fact.place, event_of(fact, fact.place, Cause::Declared, fact.word)}),
                 terms_.constant(kMalloc)});
      result({sets_.one({fact.place}), terms_.symbol({.low = 1})});
      break;
    }
    case Op::Freeing:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended == 0) continue;
        report({.wrong = Wrong::FreedTwice,
                .where = fact.where,
                .place = one.place,
                .event = events_[one.ended],
                .word = fact.word});
        heal(state, one.ended);
      }
      break;
    case Op::Adopt: {
      const std::vector<Held> held = this->held(state, fact.a);
      if (held.size() != 1) break;
      Held one = held.front();
      if (one.ended == 0 && fact.number != kAnyAllocation) {
        const PlaceId root = places_.root(one.place);
        const Cell* allocated = state.find(slot(SlotKind::Allocated, root));
        const auto made = allocated ? terms_.value(allocated->term) : std::nullopt;
        if (made && *made != fact.number) {
          report({.wrong = Wrong::FreeMismatch,
                  .where = fact.where,
                  .place = root,
                  .event = events_[sets_[allocated->refers].front().ended],
                  .word = fact.word,
                  .number = fact.number,
                  .limit = *made});
          state.drop(slot(SlotKind::Allocated, root));
          break;
        }
      }
      if (one.ended != 0) {
        report({.wrong = Wrong::UseOfEnded,
                .where = fact.where,
                .place = one.place,
                .event = events_[one.ended],
                .word = fact.word});
        heal(state, one.ended);
        break;
      }
      if (places_[one.place].step == Step::Content && places_[places_[one.place].parent].base == Base::Heap) {
        one.place = places_[one.place].parent;
      }
      const Place known = places_[one.place];
      if (known.step == Step::None && known.base != Base::Heap && known.base != Base::Result &&
          known.base != Base::Static) {
        report({.wrong = Wrong::FreeOfOther, .where = fact.where, .place = one.place, .word = fact.word});
        break;
      }
      const Slot owned = slot(SlotKind::Owned, one.place);
      if (const Cell* cell = state.find(owned); cell && !known.many) {
        report({.wrong = Wrong::OwnedTwice,
                .where = fact.where,
                .place = one.place,
                .event = events_[sets_[cell->refers].front().ended],
                .word = fact.word});
        break;
      }
      if (places_.outside(one.place)) effect(state, Op::Adopt, one.place, fact);
      state.put(owned, {sets_.one({one.place, event_of(fact, one.place)}), kNoTerm});
      if (fact.flag) state.put(slot(SlotKind::Shares, one.place), {0, terms_.constant(1)});
      state.drop(slot(SlotKind::Allocated, one.place));
      break;
    }
    case Op::Disown:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended != 0) continue;
        if (places_.outside(one.place)) effect(state, Op::Disown, one.place, fact);
        const bool owned = state.find(slot(SlotKind::Owned, one.place)) != nullptr;
        state.drop(slot(SlotKind::Owned, one.place));
        if (owned && places_[one.place].base == Base::Heap && !places_[one.place].many &&
            !places_.outside(one.place)) {
          state.put(slot(SlotKind::Allocated, one.place),
                    {sets_.one({one.place, event_of(fact, one.place, Cause::Declared, fact.word)}),
                     terms_.constant(kNew)});
        }
      }
      break;
    case Op::Share:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended != 0) continue;
        const Slot shares = slot(SlotKind::Shares, one.place);
        if (const Cell* count = state.find(shares)) state.put(shares, {0, terms_.sum(count->term, 1)});
      }
      break;
    case Op::Unshare: {
      const std::vector<Held> held = this->held(state, fact.a);
      for (const Held& one : held) {
        const Slot shares = slot(SlotKind::Shares, one.place);
        const Cell* count = one.ended == 0 && held.size() == 1 ? state.find(shares) : nullptr;
        if (!count) {
          if (one.ended == 0) state.drop(shares);
          continue;
        }
        const auto left = terms_.value(terms_.sum(count->term, -1));
        if (left && *left == 0) {
          free(fact, state, {one});
        } else {
          state.put(shares, {0, terms_.sum(count->term, -1)});
        }
      }
      break;
    }
    case Op::Size: {
      const std::vector<Held> held = this->held(state, fact.a);
      result(held.size() == 1 && held.front().ended == 0 ? size_of(state, held.front().place)
                                                         : Cell{0, terms_.symbol({.low = 0})});
      break;
    }
    case Op::ViewSize: {
      const TermId view = get(state, fact.a).term;
      if (terms_.value(view) == 0) {
        result({0, terms_.constant(0)});
      } else if (view == kNoTerm || terms_.value(view)) {
        result({0, terms_.symbol({.low = 0})});
      } else {
        result({0, terms_.named(kNameViewSize, view, 0, {.low = 0})});
      }
      break;
    }
    case Op::Past: {
      const Cell from = get(state, fact.a);
      Cell cell{from.refers, terms_.symbol({.low = 1})};
      const std::vector<Held> held = sets_[from.refers];
      if (held.size() == 1 && held.front().ended == 0 && places_[held.front().place].step == Step::Content) {
        const Cell* size = state.find(slot(SlotKind::Size, places_[held.front().place].parent));
        const auto count = size ? terms_.value(size->term) : std::nullopt;
        if (count)
          cell.term = terms_.sum(terms_.named(kNameAddress, held.front().place, 0, {.low = 1}), *count);
      }
      result(cell);
      break;
    }
    case Op::SetSize:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended == 0)
          set_size(state, one.place,
                   fact.b == kNoRegister ? terms_.constant(fact.number) : get(state, fact.b).term);
        if (fact.flag) {  // It has no element of any key.
          std::erase_if(state.entries(),
                        [&](const auto& entry) { return kind_of(entry.first) == SlotKind::Key; });
        }
      }
      break;
    case Op::Resize:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended == 0)
          set_size(state, one.place, terms_.sum(size_of(state, one.place).term, fact.number));
      }
      break;
    case Op::Grow:
      grow(fact, state);
      break;
    case Op::Reserve:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended != 0) continue;
        const TermId room = get(state, fact.b).term;
        state.put(slot(SlotKind::Capacity, one.place),
                  {0, room != kNoTerm ? room : terms_.symbol({.low = 0})});
      }
      break;
    case Op::Position:
      position(fact, state);
      break;
    case Op::FindIn: {
      const Cell from = get(state, fact.a), end = get(state, fact.b);
      const Cell cell{from.refers, terms_.symbol()};
      if (end.term != kNoTerm) found_.emplace(cell.term, end.term);
      result(cell);
      break;
    }
    case Op::At: {
      const std::vector<Held> held = this->held(state, fact.a);
      std::vector<Held> elements;
      for (const Held& one : held) elements.push_back({places_.content(one.place), one.ended});
      TermId term = kNoTerm;
      if (held.size() == 1) {
        const TermId key = fact.number == 0 ? get(state, fact.b).term : static_cast<TermId>(fact.number);
        if (key != kNoTerm)
          term = terms_.named(kNameElement + static_cast<std::uint64_t>(fact.number), held.front().place, key,
                              {.low = 1});
      }
      if (term == kNoTerm) term = terms_.symbol({.low = 1});
      result({sets_.intern(std::move(elements)), term});
      break;
    }
    case Op::Lock: {
      const Cell from = get(state, fact.a);
      bool alive = from.refers == 0;
      for (const Held& one : sets_[from.refers]) alive |= one.ended == 0;
      if (!alive || state.truth(terms_, from.term) == false) {
        result({0, terms_.constant(0)});
        break;
      }
      std::vector<Held> living = sets_[from.refers];
      // What the caller has may be gone: only what is seen alive is referred to.
      std::erase_if(living, [&](const Held& one) { return one.ended != 0 || places_.outside(one.place); });
      const Cell cell{sets_.intern(living), terms_.symbol({.low = 0})};
      maybe_null_.insert(cell.term);
      for (const Held& one : living) state.drop(slot(SlotKind::Shares, one.place));
      result(cell);
      break;
    }
    case Op::Hold:
      result({get(state, fact.a).refers, terms_.symbol({.low = 1})});
      break;
    case Op::Has:
      has(fact, state);
      break;
    case Op::Use:
      use(fact, state);
      break;
    case Op::Read:
      read(fact, state);
      break;
    case Op::NonEmpty: {
      const std::vector<Held> held = this->held(state, fact.a);
      if (held.size() != 1 || held.front().ended != 0) break;
      const TermId size = size_of(state, held.front().place).term;
      const Range range = state.range(terms_, size);
      // Elements were taken after the author asked how many there are, and not asked again.
      const auto [counted, taken] = terms_.split(size);
      const bool overdrawn =
          counted != kNoTerm && taken < 0 && state.range(terms_, counted).low >= 1 && range.low <= 0;
      if ((range.high <= 0 || overdrawn) && !range.guess) {
        report({.wrong = Wrong::Empty, .where = fact.where, .place = held.front().place, .word = fact.word});
        set_size(state, held.front().place, kNoTerm);
      } else {
        state.assume(terms_, size, true);
      }
      break;
    }
    case Op::Index:
    case Op::IndexPointer:
    case Op::Limit:
      index(fact, state);
      break;
    case Op::Assume:
      return state.assume(terms_, get(state, fact.a).term, fact.flag);
    case Op::Call:
      return call(fact, state, forks);
    case Op::Throw:
      state.put(slot(SlotKind::Loop, kThrown), {0, terms_.constant(1)});
      break;
    case Op::Stop:
      return false;
    case Op::Forget:
      state.drop_range(slot(SlotKind::Register, 0), slot(SlotKind::Contents, 0));
      break;
  }
  return true;
}

// --- control ------------------------------------------------------------------------------------------

bool Interpreter::branch(State& state, Register condition, bool truth) {
  return state.assume(terms_, get(state, condition).term, truth);
}

bool Interpreter::branch_case(State& state, Register condition, std::int64_t low, std::int64_t high,
                              bool equal) {
  const TermId term = get(state, condition).term;
  if (term == kNoTerm) return true;
  if (equal) return state.narrow(terms_, term, {.low = low, .high = high});
  const Range range = state.range(terms_, term);
  return !(range.constant() && low <= range.low && range.low <= high);
}

void Interpreter::widen(State& state, const State& before) {
  for (auto& [where, cell] : state.entries()) {
    const SlotKind kind = kind_of(where);
    if (kind != SlotKind::Contents && kind != SlotKind::Size) continue;
    const Cell* old = before.find(where);
    if (!old || old->term == cell.term || cell.term == kNoTerm) continue;
    const auto was = terms_.split(old->term), is = terms_.split(cell.term);
    Range range;
    if (kind == SlotKind::Size) range.low = 0;
    // Counting up or down by a constant.
    if (was.first == kNoTerm && is.first == kNoTerm) {
      if (is.second > was.second) {
        range.low = is.second;
      } else if (is.second < was.second) {
        range.high = is.second;
      }
      cell.term = terms_.symbol(range);
      continue;
    }
    // A pointer or truth value keeps what is known of it on this path.
    if (was.first != is.first) continue;
    cell.term = terms_.symbol(range);
  }
}

// --- the end ------------------------------------------------------------------------------------------

void Interpreter::leaks(State& state, Where where) {
  // What somebody can still find: from results, statics and the caller's memory on.
  std::set<PlaceId> found;
  std::vector<PlaceId> work;
  const auto reach = [&](SetId set) {
    for (const Held& held : sets_[set]) {
      if (held.ended == 0) work.push_back(held.place);
    }
  };
  for (const auto& [at, cell] : state.entries()) {
    if (kind_of(at) != SlotKind::Contents) continue;
    const PlaceId place = index_of(at);
    const Base base = places_[places_.root(place)].base;
    if (base == Base::Result || base == Base::Static || places_.outside(place)) reach(cell.refers);
  }
  while (!work.empty()) {
    const PlaceId place = places_.root(work.back());
    work.pop_back();
    if (!found.insert(place).second) continue;
    for (const auto& [at, cell] : state.entries()) {
      if (kind_of(at) == SlotKind::Contents && places_.root(index_of(at)) == place) reach(cell.refers);
    }
  }
  for (const auto& [at, cell] : state.entries()) {
    if (kind_of(at) != SlotKind::Allocated || found.contains(index_of(at))) continue;
    const Event event = events_[sets_[cell.refers].front().ended];
    report({.wrong = Wrong::Leak,
            .where = event.where,
            .place = index_of(at),
            .event = {.cause = Cause::Scope, .where = where},
            .word = event.word});
  }
}

void Interpreter::leave(State& state) {
  leaks(state, facts_.end);
  for (const auto& [where, cell] : state.entries()) {
    if (kind_of(where) != SlotKind::Contents) continue;
    const PlaceId place = index_of(where);
    const Base base = places_[place].base;
    if (base != Base::Result && base != Base::Static && !places_.outside(place)) continue;
    for (const Held& held : sets_[cell.refers]) {
      if (held.ended == 0) continue;
      const Event event = events_[held.ended];
      // What was deleted may stay where it was: only a use is wrong.
      if (event.cause != Cause::Scope && event.cause != Cause::Temporary && base != Base::Result) continue;
      const Cell* written = state.find(slot(SlotKind::Written, place));
      const Where at = written ? events_[sets_[written->refers].front().ended].where : event.where;
      report({.wrong = Wrong::EscapeOfEnded, .where = at, .place = place, .event = event});
      break;
    }
  }
}

}  // namespace hull::safety
