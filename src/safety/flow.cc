#include "safety/flow.h"

#include <algorithm>
#include <queue>

namespace hull::safety {

// --- states
// ---------------------------------------------------------------------------------------------------

namespace {

auto lower(auto& entries, Slot slot) {
  return std::lower_bound(entries.begin(), entries.end(), slot,
                          [](const auto& entry, Slot wanted) { return entry.first < wanted; });
}

}  // namespace

const SetId* State::find(Slot slot) const {
  const auto found = lower(entries_, slot);
  return found != entries_.end() && found->first == slot ? &found->second : nullptr;
}

void State::put(Slot slot, SetId set) {
  const auto found = lower(entries_, slot);
  if (found != entries_.end() && found->first == slot) {
    found->second = set;
  } else {
    entries_.insert(found, {slot, set});
  }
}

void State::drop(Slot slot) {
  const auto found = lower(entries_, slot);
  if (found != entries_.end() && found->first == slot) entries_.erase(found);
}

// --- reading
// --------------------------------------------------------------------------------------------------

Flow::Flow(Facts& facts) : facts_(facts), places_(facts.places) {}

EventId Flow::event_of(const Fact& fact, PlaceId place) {
  const auto [entry, fresh] = event_ids_.try_emplace({&fact, place}, static_cast<EventId>(events_.size()));
  if (fresh) events_.push_back({fact.cause, fact.where, place, fact.word});
  return entry->second;
}

SetId Flow::get(const State& state, Register id) const {
  if (id == kNoRegister) return 0;
  const SetId* set = state.find(slot(SlotKind::Register, id));
  return set ? *set : 0;
}

SetId Flow::contents(const State& state, PlaceId place) {
  if (const SetId* set = state.find(slot(SlotKind::Contents, place))) return *set;
  // What the caller left there refers to something that lives.
  if (places_[place].base != Base::Outside) return 0;
  return sets_.one({places_.pointee(place)});
}

SetId Flow::deep_contents(const State& state, PlaceId place) {
  SetId all = contents(state, place);
  const std::vector<PlaceId> parts = places_.parts(place);
  for (const PlaceId part : parts) {
    if (places_[part].step == Step::Field || places_[part].step == Step::Content) {
      all = sets_.join(all, deep_contents(state, part));
    }
  }
  return all;
}

SetId Flow::load(const State& state, SetId set, bool deep) {
  SetId all = 0;
  const std::vector<Held> held = sets_[set];
  for (const Held& one : held) {
    // What lies in memory that is gone is not known.
    if (one.ended != 0) continue;
    all = sets_.join(all, deep ? deep_contents(state, one.place) : contents(state, one.place));
  }
  return all;
}

SetId Flow::moved(const State& state, PlaceId place) const {
  const SetId* set = state.find(slot(SlotKind::Moved, place));
  return set ? *set : 0;
}

// --- writing
// --------------------------------------------------------------------------------------------------

void Flow::put_contents(State& state, PlaceId place, SetId set, bool strong) {
  if (!strong || places_[place].many) set = sets_.join(contents(state, place), set);
  state.put(slot(SlotKind::Contents, place), set);
}

// Everyone who refers to `place` or a part of it refers to something that has ended. `possibly`: it may also
// be another object that ended; then both are kept.
void Flow::end(State& state, PlaceId place, EventId event, bool possibly) {
  std::unordered_map<SetId, SetId> done;
  for (auto& [where, set] : state.entries()) {
    if (set == 0 || kind_of(where) == SlotKind::Moved) continue;
    const auto [entry, fresh] = done.try_emplace(set, set);
    if (fresh) {
      std::vector<Held> members = sets_[set];
      bool touched = false;
      std::vector<Held> kept;
      for (Held& held : members) {
        if (held.ended != 0 || !places_.within(held.place, place)) continue;
        touched = true;
        if (possibly) kept.push_back(held);
        held.ended = event;
      }
      if (touched) {
        members.insert(members.end(), kept.begin(), kept.end());
        entry->second = sets_.intern(std::move(members));
      }
    }
    set = entry->second;
  }
}

void Flow::invalidate(const Fact& fact, State& state) {
  const std::vector<Held> held = sets_[get(state, fact.a)];
  std::size_t alive = 0;
  for (const Held& one : held) alive += one.ended == 0;
  for (const Held& one : held) {
    if (one.ended != 0) continue;
    end(state, one.place, event_of(fact, one.place), alive > 1);
  }
}

void Flow::store(const Fact& fact, State& state, bool replace) {
  const std::vector<Held> targets = sets_[get(state, fact.a)];
  const SetId value = get(state, fact.b);
  const bool strong = replace && targets.size() == 1;
  for (const Held& target : targets) {
    if (target.ended == 0) put_contents(state, target.place, value, strong);
  }
}

void Flow::begin(State& state, PlaceId place) {
  std::erase_if(state.entries(), [&](const auto& entry) {
    return kind_of(entry.first) != SlotKind::Register && places_.within(index_of(entry.first), place);
  });
}

void Flow::copy_object(State& state, PlaceId from, PlaceId to, bool strong, unsigned depth) {
  put_contents(state, to, contents(state, from), strong);
  if (depth == 0) return;
  const std::vector<PlaceId> parts = places_.parts(from);
  for (const PlaceId part : parts) {
    const Place place = places_[part];
    if (place.step != Step::Field && place.step != Step::Content) continue;
    copy_object(state, part, places_.step(to, place.step, place.what), strong, depth - 1);
  }
}

// The content of `a` changes its owner: whoever refers to it refers to a part of `b` now. That is how moved
// containers keep their elements, and how a smart pointer adopts what `new` made.
void Flow::transfer(const Fact& fact, State& state) {
  const std::vector<Held> from = sets_[get(state, fact.a)];
  const std::vector<Held> to = sets_[get(state, fact.b)];
  if (to.size() != 1 || to.front().ended != 0) return;
  const PlaceId target = to.front().place;
  const bool sure = from.size() == 1;
  for (const Held& source : from) {
    if (source.ended != 0 || source.place == target) continue;
    std::vector<std::pair<Slot, SetId>> entries = state.entries();
    std::vector<std::pair<Slot, SetId>> moved_contents;
    for (auto& [where, set] : entries) {
      if (kind_of(where) == SlotKind::Moved || set == 0) continue;
      std::vector<Held> members = sets_[set];
      bool touched = false;
      const std::size_t count = members.size();
      for (std::size_t i = 0; i < count; ++i) {
        if (members[i].ended != 0 || !places_.within(members[i].place, source.place)) continue;
        const auto rebased = places_.rebased(members[i].place, source.place, target);
        if (!rebased) continue;
        touched = true;
        if (sure) {
          members[i].place = *rebased;
        } else {
          members.push_back({*rebased, 0});
        }
      }
      if (touched) set = sets_.intern(std::move(members));
      if (kind_of(where) == SlotKind::Contents && places_.within(index_of(where), source.place)) {
        if (const auto rebased = places_.rebased(index_of(where), source.place, target)) {
          moved_contents.emplace_back(slot(SlotKind::Contents, *rebased), set);
        }
      }
    }
    state.entries() = std::move(entries);
    for (const auto& [where, set] : moved_contents) {
      const SetId* known = state.find(where);
      state.put(where, known ? sets_.join(*known, set) : set);
    }
  }
}

// --- checking
// -------------------------------------------------------------------------------------------------

void Flow::check_use(const Fact& fact, const State& state, const Report& report) {
  for (const Held& held : sets_[get(state, fact.a)]) {
    if (held.ended != 0) report({Wrong::UseOfEnded, &fact, held.place, held.ended});
  }
}

void Flow::check_read(const Fact& fact, const State& state, const Report& report) {
  for (const Held& held : sets_[get(state, fact.a)]) {
    if (held.ended != 0) continue;
    // What the place is a part of, and the place itself.
    for (PlaceId at = held.place; at != kNoPlace && places_[at].step != Step::Pointee;
         at = places_[at].parent) {
      for (const Held& past : sets_[moved(state, at)]) {
        if (past.ended != 0) report({Wrong::UseOfMoved, &fact, at, past.ended});
      }
    }
  }
}

void Flow::apply(const Fact& fact, State& state, const Report& report) {
  const auto result = [&](SetId set) { state.put(slot(SlotKind::Register, fact.to), set); };
  switch (fact.op) {
    case Op::Address:
      result(sets_.one({fact.place}));
      break;
    case Op::Copy:
      result(sets_.join(get(state, fact.a), get(state, fact.b)));
      break;
    case Op::Load:
      result(load(state, get(state, fact.a), fact.deep));
      break;
    case Op::Store:
      store(fact, state, true);
      break;
    case Op::Merge:
      store(fact, state, false);
      break;
    case Op::Project: {
      std::vector<Held> parts;
      for (const Held& held : std::vector<Held>(sets_[get(state, fact.a)])) {
        parts.push_back({places_.step(held.place, fact.step, fact.what), held.ended});
      }
      result(sets_.intern(std::move(parts)));
      break;
    }
    case Op::Dereference: {
      std::vector<Held> elements;
      for (const Held& held : sets_[get(state, fact.a)]) {
        const Place& place = places_[held.place];
        elements.push_back({place.step == Step::Cursor ? place.parent : held.place, held.ended});
      }
      result(sets_.intern(std::move(elements)));
      break;
    }
    case Op::Use:
      if (report) check_use(fact, state, report);
      break;
    case Op::Read:
      if (report) check_read(fact, state, report);
      break;
    case Op::Begin:
      begin(state, fact.place);
      break;
    case Op::Expire:
      end(state, fact.place, event_of(fact, fact.place), false);
      break;
    case Op::Free: {
      if (report) {
        for (const Held& held : sets_[get(state, fact.a)]) {
          if (held.ended != 0)
            report({Wrong::EndedTwice, &fact, held.place, held.ended});
          else if (places_[held.place].base == Base::Local || places_[held.place].base == Base::Static) {
            report({Wrong::FreeOfOther, &fact, held.place, 0});
          }
        }
      }
      invalidate(fact, state);
      break;
    }
    case Op::Invalidate:
      invalidate(fact, state);
      break;
    case Op::Move: {
      const std::vector<Held> held = sets_[get(state, fact.a)];
      for (const Held& one : held) {
        if (one.ended != 0) continue;
        // One of several, or of many objects: it may be another that was moved.
        const bool sure = held.size() == 1 && !places_[one.place].many;
        if (!sure) continue;
        state.put(slot(SlotKind::Moved, one.place), sets_.one({one.place, event_of(fact, one.place)}));
      }
      break;
    }
    case Op::Renew: {
      const std::vector<Held> held = sets_[get(state, fact.a)];
      for (const Held& one : held) {
        std::erase_if(state.entries(), [&](const auto& entry) {
          return kind_of(entry.first) == SlotKind::Moved && places_.within(index_of(entry.first), one.place);
        });
      }
      break;
    }
    case Op::Transfer:
      transfer(fact, state);
      break;
    case Op::CopyObject: {
      const std::vector<Held> from = sets_[get(state, fact.a)], to = sets_[get(state, fact.b)];
      for (const Held& target : to) {
        if (target.ended != 0) continue;
        if (from.size() == 1 && to.size() == 1 && from.front().ended == 0) {
          copy_object(state, from.front().place, target.place, true, PlaceTable::kMaxDepth);
        } else {
          put_contents(state, target.place, load(state, get(state, fact.a), true), to.size() == 1);
        }
      }
      break;
    }
    case Op::Forget:
      state.drop(slot(SlotKind::Register, fact.a));
      break;
  }
}

void Flow::leave(const State& state, const Report& report) {
  for (const auto& [where, set] : state.entries()) {
    if (kind_of(where) != SlotKind::Contents) continue;
    const PlaceId place = index_of(where);
    const Base base = places_[place].base;
    if (base != Base::Result && base != Base::Outside && base != Base::Static) continue;
    for (const Held& held : sets_[set]) {
      if (held.ended == 0) continue;
      const Cause cause = events_[held.ended].cause;
      // What was deleted may stay where it was: only a use is wrong.
      if (cause != Cause::Scope && cause != Cause::Temporary && base != Base::Result) continue;
      report({Wrong::EscapeOfEnded, nullptr, place, held.ended});
    }
  }
}

// --- solving
// --------------------------------------------------------------------------------------------------

State Flow::join(const State& a, const State& b) {
  State joined;
  auto& out = joined.entries();
  out.reserve(std::max(a.entries().size(), b.entries().size()));
  auto at = a.entries().begin(), bt = b.entries().begin();
  const auto alone = [&](const std::pair<Slot, SetId>& entry) {
    // The other side has what was there at the start.
    const bool contents_outside =
        kind_of(entry.first) == SlotKind::Contents && places_[index_of(entry.first)].base == Base::Outside;
    const SetId start = contents_outside ? contents(State(), index_of(entry.first)) : 0;
    out.emplace_back(entry.first, sets_.join(entry.second, start));
  };
  while (at != a.entries().end() || bt != b.entries().end()) {
    if (bt == b.entries().end() || (at != a.entries().end() && at->first < bt->first)) {
      alone(*at++);
    } else if (at == a.entries().end() || bt->first < at->first) {
      alone(*bt++);
    } else {
      out.emplace_back(at->first, sets_.join(at->second, bt->second));
      ++at, ++bt;
    }
  }
  return joined;
}

bool Flow::solve(std::size_t steps) {
  const std::size_t count = facts_.blocks.size();
  before_.assign(count, {});
  reached_.assign(count, false);
  // Clang numbers blocks from the exit to the entry, so the highest number first is close to reverse
  // post-order.
  std::priority_queue<std::uint32_t> work;
  std::vector<bool> queued(count, false);
  work.push(facts_.entry);
  reached_[facts_.entry] = queued[facts_.entry] = true;
  while (!work.empty()) {
    const std::uint32_t id = work.top();
    work.pop();
    queued[id] = false;
    State state = before_[id];
    for (const Fact& fact : facts_.blocks[id].facts) {
      if (steps-- == 0) return false;
      apply(fact, state, {});
    }
    for (const std::uint32_t next : facts_.blocks[id].successors) {
      if (next == kNoBlock) continue;
      State merged = reached_[next] ? join(before_[next], state) : state;
      if (reached_[next] && merged == before_[next]) continue;
      before_[next] = std::move(merged);
      reached_[next] = true;
      if (!queued[next]) {
        queued[next] = true;
        work.push(next);
      }
    }
  }
  return true;
}

}  // namespace hull::safety
