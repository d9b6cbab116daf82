// Ownership: who must free an object, how, and what is wrong with how it is freed.
#include <algorithm>
#include <set>

#include "safety/interpret.h"

namespace hull::safety {

// What is no longer known to hold the objects, or hands them to nobody knows whom, may free them.
void Interpreter::hand_over(State& state, SetId objects) {
  for (const Held& held : sets_[objects]) {
    for (PlaceId at = held.place; at != kNoPlace && places_[at].step != Step::Pointee;
         at = places_[at].parent) {
      state.drop(slot(SlotKind::Allocated, at));
    }
  }
}

// The same for what is stored where nobody can say who finds it. Callers are told of what is theirs.
void Interpreter::lose_sight(const Fact& fact, State& state, const std::vector<Held>& targets,
                             SetId objects) {
  hand_over(state, objects);
  const bool found = std::any_of(targets.begin(), targets.end(), [&](const Held& target) {
    return target.ended == 0 && !places_.beyond(target.place);
  });
  if (found) return;
  for (const Held& held : sets_[objects]) {
    if (held.ended == 0 && places_.outside(held.place)) effect(state, Op::Escape, held.place, fact, 0, true);
  }
}

// Whether nobody can say who finds what is stored there. What a static holds is there until the program ends,
// even if the initializer of a static in a function seems to run with every call.
bool Interpreter::out_of_sight(const std::vector<Held>& targets) const {
  return std::all_of(targets.begin(), targets.end(), [&](const Held& target) {
    const Place& place = places_[target.place];
    return target.ended != 0 || places_.beyond(target.place) || place.base == Base::Static;
  });
}

void Interpreter::allocated(const Fact& fact, State& state, std::int64_t number) {
  const Cell made{sets_.one({fact.place, event_of(fact, fact.place, Cause::Declared, fact.word)}),
                  terms_.constant(number)};
  // A file that is left open is closed when the program ends.
  if (number != kFile) state.put(slot(SlotKind::Allocated, fact.place), made);
  state.put(slot(SlotKind::Made, fact.place), made);
}

// Whatever the caller left in a smart pointer is owned by it.
void Interpreter::owned_by(const Fact& fact, State& state, const std::vector<Held>& objects) {
  for (const Held& one : objects) {
    if (one.ended != 0 || !places_.outside(one.place) || places_[one.place].step != Step::Pointee) continue;
    const Slot owned = slot(SlotKind::Owned, one.place);
    if (!state.find(owned))
      state.put(owned, {sets_.one({one.place, event_of(fact, one.place)}), terms_.constant(kLeftOwned)});
  }
}

// The pointer is what an element owns, and nobody else.
void Interpreter::got_from(State& state, const Cell& element, TermId pointer) {
  const std::vector<Held>& held = sets_[element.refers];
  if (held.size() != 1 || held.front().ended != 0 || element.term == kNoTerm || pointer == kNoTerm ||
      terms_[pointer].op != TermOp::Symbol || terms_.lasting(pointer) || !places_[held.front().place].many)
    return;
  state.put(slot(SlotKind::OfElement, pointer), {sets_.one(held.front()), element.term});
}

// One element ends, and with it what it owns.
void Interpreter::end_owned(State& state, PlaceId content, TermId identity, EventId event) {
  if (identity == kNoTerm) return;
  std::vector<TermId> gone;
  for (const auto& [where, cell] : state.entries()) {
    if (kind_of(where) == SlotKind::OfElement && cell.term == identity &&
        places_.within(sets_[cell.refers].front().place, content))
      gone.push_back(index_of(where));
  }
  for (const TermId pointer : gone) {
    for (auto& [where, cell] : state.entries()) {
      if (cell.refers == 0 || !holds_value(where) || cell.term != pointer) continue;
      std::vector<Held> members = sets_[cell.refers];
      for (Held& member : members) {
        if (member.ended == 0) member.ended = owner_event(event, member.place);
      }
      cell.refers = sets_.intern(std::move(members));
    }
  }
}

// What ended an element, as the end of what it owned.
EventId Interpreter::owner_event(EventId event, PlaceId object) {
  const auto [entry, fresh] =
      owner_events_.try_emplace({event, object}, static_cast<EventId>(events_.size()));
  if (fresh) {
    Event end = events_[event];
    end.cause = Cause::Owner;
    end.place = object;
    events_.push_back(end);
  }
  return entry->second;
}

// A pointer of which nothing is known is freed, or given to an owner: it refers to an object, as do those
// that are equal to it.
void Interpreter::make_known(State& state, const Cell& pointer, const void* what) {
  if (pointer.refers != 0 || pointer.term == kNoTerm || terms_[pointer.term].op != TermOp::Symbol ||
      state.range(terms_, pointer.term).constant())
    return;
  const PlaceId object = places_.base(Base::Heap, what);
  begin(state, object);
  for (auto& [where, cell] : state.entries()) {
    if (holds_value(where) && cell.refers == 0 && cell.term == pointer.term)
      cell.refers = sets_.one({object});
  }
}

// A smart pointer is made from a raw one.
void Interpreter::adopt(const Fact& fact, State& state) {
  make_known(state, get(state, fact.a), &fact);
  const std::vector<Held>& held = this->held(state, fact.a);
  if (held.size() != 1) return;
  Held one = held.front();
  if (one.ended == 0 && fact.number != kAnyAllocation) {
    const PlaceId root = places_.root(one.place);
    const Cell* known = state.find(slot(SlotKind::Made, root));
    const auto made = known ? terms_.value(known->term) : std::nullopt;
    if (made && *made != fact.number) {
      report({.wrong = Wrong::FreeMismatch,
              .where = fact.where,
              .place = root,
              .event = events_[sets_[known->refers].front().ended],
              .word = fact.word,
              .number = fact.number,
              .limit = *made});
      state.drop(slot(SlotKind::Allocated, root));
      return;
    }
  }
  if (one.ended != 0) {
    report({.wrong = Wrong::UseOfEnded,
            .where = fact.where,
            .place = one.place,
            .event = events_[one.ended],
            .word = fact.word});
    heal(state, one.ended);
    return;
  }
  if (places_[one.place].step == Step::Content && places_[places_[one.place].parent].base == Base::Heap) {
    one.place = places_[one.place].parent;
  }
  const Place known = places_[one.place];
  const bool part =
      known.step == Step::Field || (known.step == Step::Content && !places_.is_beside(one.place));
  const bool variable = known.step == Step::None && known.base != Base::Heap && known.base != Base::Result;
  // A deleter of the author's own may know better.
  if (fact.number != kAnyAllocation && (part || variable)) {
    report({.wrong = Wrong::FreeOfOther, .where = fact.where, .place = one.place, .word = fact.word});
    return;
  }
  const Slot owned = slot(SlotKind::Owned, one.place);
  const bool own_deleter = fact.number == kAnyAllocation;
  // What has an owner is only looked at by another one, whose deleter is the author's own.
  if (own_deleter && state.find(owned)) return;
  if (const Cell* cell = state.find(owned); cell && (!known.many || terms_.value(cell->term) == kLeftOwned)) {
    report({.wrong = Wrong::OwnedTwice,
            .where = fact.where,
            .place = one.place,
            .event = events_[sets_[cell->refers].front().ended],
            .word = fact.word});
    return;
  }
  if (places_.outside(one.place)) effect(state, Op::Adopt, one.place, fact, own_deleter);
  state.put(owned, {sets_.one({one.place, event_of(fact, one.place)}),
                    own_deleter ? terms_.constant(kOwnDeleter) : kNoTerm});
  if (fact.flag) state.put(slot(SlotKind::Shares, one.place), {0, terms_.constant(1)});
  state.drop(slot(SlotKind::Allocated, one.place));
}

void Interpreter::unshare(const Fact& fact, State& state) {
  const std::vector<Held>& held = this->held(state, fact.a);
  for (const Held& one : held) {
    const Slot shares = slot(SlotKind::Shares, one.place);
    const Cell* count = one.ended == 0 && held.size() == 1 ? state.find(shares) : nullptr;
    if (!count) {
      if (one.ended == 0) state.drop(shares);
      // How many owners there are, the caller may know.
      if (one.ended == 0 && held.size() == 1 && places_.outside(one.place) && !places_[one.place].many)
        effect(state, Op::Unshare, one.place, fact, fact.number);
      continue;
    }
    const auto left = terms_.value(terms_.sum(count->term, -1));
    if (left && *left == 0) {
      shared_ends_.insert(event_of(fact, one.place));
      free(fact, state, {one});
    } else {
      state.put(shares, {0, terms_.sum(count->term, -1)});
    }
  }
}

// What a weak pointer refers to, if it is there.
Cell Interpreter::lock(State& state, const Cell& from) {
  bool alive = from.refers == 0;
  for (const Held& one : sets_[from.refers]) alive |= one.ended == 0;
  if (!alive || state.truth(terms_, from.term) == false) {
    return {0, terms_.constant(0)};
  }
  std::vector<Held> living = sets_[from.refers];
  // What the caller has may be gone: only what is seen alive is referred to. In the strict profile what is
  // locked is.
  std::erase_if(living, [&](const Held& one) {
    return one.ended != 0 || (places_.outside(one.place) && !facts_.strict);
  });
  const Cell cell{sets_.intern(living), terms_.symbol({.low = 0})};
  maybe_null_.insert(cell.term);
  for (const Held& one : living) state.drop(slot(SlotKind::Shares, one.place));
  return cell;
}

// What a pointer to an element of an array frees.
PlaceId Interpreter::allocation_of(PlaceId place) const {
  if (places_[place].step != Step::Content) return place;
  const Place& array = places_[places_[place].parent];
  const bool allocated = array.base == Base::Heap && array.step == Step::None;
  return allocated || places_.is_beside(place) ? places_[place].parent : place;
}

// The object that is freed with a pointer to `object`; nullopt, and `finding` completed, when it must not be.
// What is wrong only with a certain object or a certain way of freeing is said when it is `sure` which and
// happens `always`.
std::optional<PlaceId> Interpreter::freeable(State& state, const Held& object, TermId pointer, bool sure,
                                             bool always, Finding finding) {
  PlaceId place = object.place;
  const auto wrong = [&](Wrong what, Event event) {
    finding.wrong = what;
    finding.place = place;
    finding.event = event;
    report(finding);
    // One mistake with an object is enough.
    state.drop(slot(SlotKind::Allocated, place));
    return std::nullopt;
  };
  if (object.ended != 0) {
    const Event event = events_[object.ended];
    heal(state, object.ended);
    return wrong(Wrong::FreedTwice, event);
  }
  place = allocation_of(place);
  const Place known = places_[place];
  // Too deep to be named: it stands for what is behind it too.
  if (places_.beyond(place)) return std::nullopt;
  const bool whole = known.step == Step::None || known.step == Step::Pointee;
  const Cell* owned = state.find(slot(SlotKind::Owned, place));
  // A deleter of the author's own knows what to do with it.
  const bool given_back = finding.number == kGivenBack || finding.number == kPooled;
  const bool own_deleter =
      given_back || (owned && finding.number == kOwner && terms_.value(owned->term) == kOwnDeleter);
  const bool part = !whole || (known.step == Step::None && known.base != Base::Heap);
  if ((part || (owned && finding.number == kGivenBack)) && own_deleter) return std::nullopt;
  if (sure && part) {
    if (known.base != Base::Result && always) return wrong(Wrong::FreeOfOther, {});
    return std::nullopt;
  }
  // What it points to was taken for something else: where it points has not changed.
  while (recast_.contains(pointer)) pointer = recast_.at(pointer);
  const auto [base, offset] = terms_.split(pointer);
  if (sure && always && offset != 0 && (base == address_term(place) || base == address_term(object.place))) {
    return wrong(Wrong::FreeOfOther, {});
  }
  if (owned && finding.number != kOwner && !given_back) {
    return wrong(Wrong::FreeOfOwned, events_[sets_[owned->refers].front().ended]);
  }
  const Cell* allocated = state.find(slot(SlotKind::Made, place));
  const auto made = allocated && always ? terms_.value(allocated->term) : std::nullopt;
  if (made && *made != kAnyAllocation && finding.number != kAnyAllocation && finding.number != kOwner &&
      !given_back && *made != finding.number) {
    finding.limit = *made;
    wrong(Wrong::FreeMismatch, events_[sets_[allocated->refers].front().ended]);
  }
  return place;
}

// One of several objects is freed, and nobody can say which: whoever does it knows about all.
void Interpreter::settle(State& state, PlaceId object, const Fact& fact) {
  if (places_.outside(object)) effect(state, Op::Escape, object, event_of(fact, object), 0, true);
  escape(state, sets_.one({object}), false);
}

void Interpreter::disown(State& state, PlaceId object, EventId event, std::int64_t allocation) {
  const bool owned = state.find(slot(SlotKind::Owned, object)) != nullptr;
  state.drop(slot(SlotKind::Owned, object));
  if (!owned || places_[object].base != Base::Heap || places_[object].step != Step::None) return;
  const Cell made{sets_.one({object, event}), terms_.constant(allocation)};
  state.put(slot(SlotKind::Allocated, object), made);
  if (allocation != kAnyAllocation) state.put(slot(SlotKind::Made, object), made);
}

void Interpreter::free(const Fact& fact, State& state, const std::vector<Held>& objects) {
  // Of several objects one ends, unless all do.
  const TermId pointer = get(state, fact.a).term;
  const bool one_of_many = !fact.flag && one_of_many_.contains(pointer);
  const bool sure = objects.size() == 1 && !one_of_many;
  const Finding finding{
      .wrong = Wrong::FreedTwice, .where = fact.where, .word = fact.word, .number = fact.number};
  for (const Held& held : objects) {
    const auto place = freeable(state, held, pointer, sure, sure, finding);
    if (!place) continue;
    const bool many = places_[*place].many;
    if (const Cell* lent = state.find(slot(SlotKind::Lent, *place)))
      freed_when_lent_[events_[sets_[lent->refers].front().ended].where].insert(fact.where);
    if (places_.outside(*place) && sure) effect(state, Op::Free, *place, fact, fact.number, fact.deep);
    // All that a container of the caller's owns goes with it.
    const bool all = fact.flag && many && places_.outside(*place) && places_[*place].step == Step::Pointee;
    if (all) effect(state, Op::Invalidate, *place, fact);
    if ((sure || fact.flag) && (!many || all)) {
      end(state, *place, event_of(fact, *place), false, true);
      forget_within(state, *place);
    } else {
      freed_among(state, *place);
      settle(state, *place, fact);
      end_alike(state, *place, event_of(fact, *place), pointer);
    }
  }
}

// Arrays that somebody unknown is given to work on, who may keep them: whether he does is what other ways
// through the function say, which free them after that.
std::vector<std::pair<Slot, Cell>> Interpreter::lend(State& state, SetId objects) {
  std::vector<std::pair<Slot, Cell>> lent;
  for (const Held& held : sets_[objects]) {
    const PlaceId object = held.ended == 0 ? allocation_of(held.place) : kNoPlace;
    if (object == kNoPlace || places_[object].base != Base::Heap || places_[object].step != Step::None)
      continue;
    const Cell* made = state.find(slot(SlotKind::Made, object));
    if (!made || terms_.value(made->term) != kNewArray) continue;
    const Cell* owed = state.find(slot(SlotKind::Allocated, object));
    if (!owed) owed = state.find(slot(SlotKind::Lent, object));
    if (owed) lent.emplace_back(slot(SlotKind::Lent, object), *owed);
  }
  return lent;
}

// What is left of an object whose destructor was called by hand goes to somebody unknown: it is memory again,
// and his.
void Interpreter::give_back(const Fact& fact, State& state, const std::vector<Held>& objects) {
  if (objects.size() != 1 || objects.front().ended != 0) return;
  const PlaceId place = objects.front().place;
  const Cell* destroyed = state.find(slot(SlotKind::Destroyed, place));
  if (!destroyed) return;
  const Event event = events_[sets_[destroyed->refers].front().ended];
  state.drop(slot(SlotKind::Destroyed, place));
  const EventId ended = event_at(fact, place, event.cause, event.word, event.where);
  if (places_.outside(place)) effect(state, Op::Free, place, ended, kPooled);
  end(state, place, ended, false, true);
  forget_within(state, place);
}

void Interpreter::leaks(State& state, Where where) {
  if (doubted(Wrong::Leak)) return;
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
    // An object that nobody here must free any more is known to somebody else.
    const PlaceId root = places_.root(index_of(at));
    const bool known_elsewhere = places_[root].base == Base::Heap &&
                                 !state.find(slot(SlotKind::Allocated, root)) &&
                                 !state.find(slot(SlotKind::Owned, root));
    if (visible(index_of(at)) || known_elsewhere) reach(cell.refers);
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
    const bool lent = kind_of(at) == SlotKind::Lent;
    if ((kind_of(at) != SlotKind::Allocated && !lent) || found.contains(index_of(at))) continue;
    const Event event = events_[sets_[cell.refers].front().ended];
    (lent ? lent_leaks_ : leaks_)
        .emplace_back(loops_of(state), Finding{.wrong = Wrong::Leak,
                                               .where = event.where,
                                               .place = index_of(at),
                                               .event = {.cause = Cause::Scope, .where = where},
                                               .word = event.word});
  }
}

// The loops that the path has reached.
std::set<std::uint32_t> Interpreter::loops_of(const State& state) {
  std::set<std::uint32_t> loops;
  for (const auto& [at, cell] : state.entries()) {
    if (kind_of(at) == SlotKind::Loop && index_of(at) < kGuessedRounds) loops.insert(index_of(at));
  }
  return loops;
}

// One of the objects that an allocation makes is freed among others, in a loop over them.
void Interpreter::freed_among(const State& state, PlaceId object) {
  const Cell* made = state.find(slot(SlotKind::Made, places_.root(object)));
  std::set<std::uint32_t> loops = loops_of(state);
  if (made && !loops.empty())
    freed_among_.emplace(events_[sets_[made->refers].front().ended].where, std::move(loops));
}

// A path that comes to the loop which frees objects one after the other, and goes round it no more often than
// there are objects, leaves none behind: how many there are is what nobody knows.
void Interpreter::report_leaks() {
  // Who frees it in one place only may do so because it was not taken.
  for (const auto& leak : lent_leaks_) {
    const auto freed = freed_when_lent_.find(leak.second.where);
    if (freed != freed_when_lent_.end() && freed->second.size() > 1) leaks_.push_back(leak);
  }
  for (const auto& [loops, finding] : leaks_) {
    const auto freed = [&](const auto& one) {
      return one.first == finding.where &&
             std::includes(loops.begin(), loops.end(), one.second.begin(), one.second.end());
    };
    if (std::none_of(freed_among_.begin(), freed_among_.end(), freed)) report(finding);
  }
}

}  // namespace hull::safety
