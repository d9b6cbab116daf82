// Values, and what each fact does.
#include "safety/interpret.h"

#include <algorithm>

namespace hull::safety {

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

Interpreter::Interpreter(Facts& facts, Report report)
    : facts_(facts), places_(facts.places), report_(std::move(report)) {
  for (const FactBlock& block : facts.blocks) {
    for (const Fact& fact : block.facts) {
      if (fact.op == Op::Constant) constants_.insert(fact.to);
      puts_ |= fact.op == Op::Has && fact.flag && fact.number == 1;
      if (fact.op == Op::Call && fact.to != kNoRegister) call_of_.emplace(fact.to, fact.call);
    }
  }
  if (!puts_) call_of_.clear();
}

EventId Interpreter::event_of(const Fact& fact, PlaceId place) {
  return event_of(fact, place, fact.cause, fact.word);
}

EventId Interpreter::event_of(const Fact& fact, PlaceId place, Cause cause, const char* word) {
  const auto [entry, fresh] =
      event_ids_.try_emplace({&fact, place, cause}, static_cast<EventId>(events_.size()));
  if (fresh) events_.push_back({cause, fact.where, place, word});
  return entry->second;
}

// The same at another place of the program than the fact's, in a callee.
EventId Interpreter::event_at(const Fact& fact, PlaceId place, Cause cause, const char* word, Where where) {
  const EventId event = event_of(fact, place, cause, word);
  events_[event].where = where;
  return event;
}

// The address of a place; that of the newest object of an allocation.
TermId Interpreter::address_term(PlaceId place) {
  const TermId term = terms_.named(kNameAddress, place, 0, {.low = 1});
  address_of_.emplace(term, place);
  return term;
}

void Interpreter::report(Finding finding) {
  if (report_ && !doubted(finding.wrong)) report_(finding);
}

// Whether what is wrong on the path may be wrong only because of how the walk goes.
bool Interpreter::doubted(Wrong wrong) const {
  switch (wrong) {
    case Wrong::OutOfBounds:
    case Wrong::TooLarge:
    case Wrong::Empty:
      return doubt_ >= Doubt::Counts;
    case Wrong::UseOfEnd:
      return doubt_ >= Doubt::Rounds && !facts_.strict;
    case Wrong::UseOfNull:
    case Wrong::Leak:
      return doubt_ >= Doubt::Rounds;
    default:
      return doubt_ >= Doubt::Way && !facts_.strict;
  }
}

bool Interpreter::apply(const Fact& fact, State& state, std::vector<State>& forks) {
  const auto result = [&](Cell cell) {
    // What is made of nothing is nothing.
    if (facts_.strict && cell.refers == 0 && nothing_.contains(get(state, fact.a).term))
      nothing_.insert(cell.term);
    set(state, fact.to, cell);
  };
  doubt_ = state.doubt;
  if (state.knows_any(slot(SlotKind::Answer, 0), slot(SlotKind::Asked, 0))) forget_answers(fact, state);
  switch (fact.op) {
    case Op::Address: {
      result({sets_.one({fact.place}), address_term(fact.place)});
      break;
    }
    case Op::Constant:
      result({0, terms_.constant(fact.number)});
      break;
    case Op::Unknown: {
      Range range = range_of(fact.shape);
      if (fact.flag) range = {.low = 1};
      const TermId value = terms_.symbol(range);
      if (fact.deep) searched_.insert(value);
      if (fact.number == 1) said_by_unknown_.insert(value);
      if (fact.number == 2) extremes_.insert(value);
      // Who asks about a pointer may ask whether it is null.
      if (fact.a != kNoRegister && state.truth(terms_, get(state, fact.a).term) == false)
        told_of_null_.insert(value);
      result({fact.place == kNoPlace ? 0 : sets_.one({fact.place}), value});
      break;
    }
    case Op::Both: {
      const Cell a = get(state, fact.a), b = get(state, fact.b);
      result({sets_.join(a.refers, b.refers), kNoTerm});
      break;
    }
    case Op::Either: {
      const Cell* a = state.find(slot(SlotKind::Register, fact.a));
      Cell cell = a ? *a : get(state, fact.b);
      if (const auto truth =
              fact.flag && cell.term != kNoTerm ? state.truth(terms_, cell.term) : std::nullopt)
        cell = {0, terms_.constant(*truth)};
      state.drop(slot(SlotKind::Register, fact.a));
      state.drop(slot(SlotKind::Register, fact.b));
      result(cell);
      break;
    }
    case Op::Load:
      result(load(state, get(state, fact.a), fact.shape, fact.deep));
      if (const Cell from = get(state, fact.a); fact.flag && from.term != kNoTerm) {
        const std::vector<Held>& held = sets_[from.refers];
        if (held.size() != 1 || held.front().ended != 0 || !places_[held.front().place].many) break;
        const TermId key = terms_.named(kNameKey, held.front().place, from.term, range_of(fact.shape));
        element_of_.emplace(key, from.term);
        result({get(state, fact.to).refers, key});
      }
      break;
    case Op::Store:
      store(fact, state, true);
      break;
    case Op::Put:
      store(fact, state, false);
      break;
    case Op::Part:
      result(part(fact, state));
      break;
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
    case Op::Add:
      result(sum(fact, state));
      break;
    case Op::Less:
      if (fact.flag) {
        tested_in_vain_.insert(terms_.split(get(state, fact.a).term).first);
        result({0, terms_.constant(0)});
        break;
      }
      result({0, terms_.less(get(state, fact.a).term, get(state, fact.b).term)});
      break;
    case Op::Equal: {
      const TermId a = get(state, fact.a).term, b = get(state, fact.b).term;
      result({0, different_objects(a, b) ? terms_.constant(0) : terms_.equal(a, b)});
      break;
    }
    case Op::Not:
      result({0, terms_.negated(get(state, fact.a).term)});
      break;
    case Op::Compute:
      result({0, compute(fact, state)});
      break;
    case Op::MaybeNull:
      result(maybe_null(fact, state));
      break;
    case Op::Begin:
      begin(state, fact.place);
      if (fact.flag)
        state.put(slot(SlotKind::Unwritten, fact.place),
                  {sets_.one({fact.place, event_of(fact, fact.place)}), kNoTerm});
      break;
    case Op::Expire:
      stored(state, fact.place, event_of(fact, fact.place));
      homeless(state, fact.place, event_of(fact, fact.place, Cause::Elements, nullptr));
      forget_within(state, fact.place);
      end(state, fact.place, event_of(fact, fact.place), false, true);
      break;
    case Op::Free:
      make_known(state, get(state, fact.a), &fact);
      free(fact, state, held(state, fact.a));
      break;
    case Op::Invalidate:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended != 0) continue;
        // Of objects that are made here others may be elsewhere.
        const bool given = places_.outside(one.place) && places_[one.place].step == Step::Pointee;
        if (fact.number != 0 && (!given || lacks(state, one.place))) continue;
        // Where there is room nothing moves.
        if (fact.deep && state.find(slot(SlotKind::Capacity, places_[one.place].parent))) continue;
        invalidate(fact, state, one.place);
      }
      break;
    case Op::EraseAt:
      erase_at(fact, state);
      break;
    case Op::Move:
      moved(fact, state);
      break;
    case Op::Scan:
      scan(fact, state, forks);
      break;
    case Op::Renew:
      renewed_by(fact, state);
      break;
    case Op::Transfer:
      transfer(state, held(state, fact.a), held(state, fact.b));
      break;
    case Op::CopyObject:
      copied(fact, state);
      break;
    case Op::Escape:
      escapes(fact, state);
      break;
    case Op::Unseen:
      calls_opaque_ = true;
      if (!fact.flag) unseen(state);
      break;
    case Op::Allocate:
    case Op::Own: {
      if (fact.number == kMalloc) {
        // There may be no memory, which nobody must ask about.
        State failed = state;
        set(failed, fact.to, {0, terms_.symbol({.low = 0, .high = 0, .guess = true})});
        forks.push_back(std::move(failed));
      } else if (fact.number == kFile) {
        // A file that is not there is what everybody must reckon with.
        State failed = state;
        set(failed, fact.to, {0, terms_.constant(0)});
        forks.push_back(std::move(failed));
      }
      if (fact.op == Op::Allocate) begin(state, fact.place);
      allocated(fact, state, fact.number);
      if (fact.to != kNoRegister) result({sets_.one({fact.place}), address_term(fact.place)});
      break;
    }
    case Op::Reallocate: {
      State failed = state;
      set(failed, fact.to, {0, terms_.constant(0)});
      forks.push_back(std::move(failed));
      free(fact, state, held(state, fact.a));
      begin(state, fact.place);
      allocated(fact, state, kMalloc);
      result({sets_.one({fact.place}), address_term(fact.place)});
      break;
    }
    case Op::Freeing:
      make_known(state, get(state, fact.a), &fact);
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
    case Op::Adopt:
      if (fact.deep) {
        owned_by(fact, state, held(state, fact.a));
        if (fact.flag) got_from(state, get(state, fact.b), get(state, fact.a).term);
      } else {
        adopt(fact, state);
      }
      break;
    case Op::Disown:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended != 0) continue;
        if (fact.deep) {  // Its deleter takes care of it, unless it is another's.
          const Slot where = slot(SlotKind::Owned, allocation_of(one.place));
          const Cell* owned = state.find(where);
          if (owned && terms_.value(owned->term) == kOwnDeleter) state.drop(where);
          continue;
        }
        if (places_.outside(one.place)) effect(state, Op::Disown, one.place, fact, fact.number);
        disown(state, one.place, event_of(fact, one.place, Cause::Declared, fact.word), fact.number);
      }
      break;
    case Op::Share:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended != 0) continue;
        if (places_.outside(one.place)) effect(state, Op::Share, one.place, fact);
        const Slot shares = slot(SlotKind::Shares, one.place);
        if (const Cell* count = state.find(shares)) state.put(shares, {0, terms_.sum(count->term, 1)});
      }
      break;
    case Op::Unshare:
      unshare(fact, state);
      break;
    case Op::Size: {
      const std::vector<Held>& held = this->held(state, fact.a);
      result(held.size() == 1 && held.front().ended == 0 ? size_of(state, held.front().place)
                                                         : Cell{0, terms_.symbol({.low = 0})});
      if (held.size() == 1 && held.front().ended == 0)
        result({0, size_of_element(state, get(state, fact.a), get(state, fact.to).term)});
      break;
    }
    case Op::ViewSize:
      result({0, view_size(get(state, fact.a).term)});
      break;
    case Op::ViewOf: {
      const Cell size = get(state, fact.b);
      const Cell view{get(state, fact.a).refers, terms_.symbol({.low = 1})};
      if (size.term != kNoTerm && state.range(terms_, size.term).high >= 0)
        view_sizes_.emplace(view.term, size.term);
      result(view);
      break;
    }
    case Op::TextSize: {
      const TermId length = text_size(state, get(state, fact.a), fact.flag);
      result({0, length != kNoTerm ? length : terms_.symbol({.low = 0})});
      break;
    }
    case Op::SetText:
      set_text(fact, state);
      break;
    case Op::Recast:
      result(recast(fact, state));
      break;
    case Op::Past:
      result(past(fact, state));
      break;
    case Op::Vacate:
      vacate(fact, state);
      break;
    case Op::SetSize:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended == 0 && fact.deep) {
          set_extent(state, one.place, fact.number);
        } else if (one.ended == 0) {
          set_size(state, one.place,
                   fact.b == kNoRegister ? terms_.constant(fact.number) : get(state, fact.b).term);
          for (const SlotKind end : {SlotKind::First, SlotKind::Last}) renew_end(state, end, one.place);
        }
        if (fact.flag) {  // It has no element of any key.
          std::erase_if(state.entries(),
                        [&](const auto& entry) { return kind_of(entry.first) == SlotKind::Key; });
        }
      }
      break;
    case Op::Resize:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended == 0) {
          set_size(state, one.place, terms_.sum(size_of(state, one.place).term, fact.number));
          if (fact.number > 0) renew_end(state, fact.flag ? SlotKind::First : SlotKind::Last, one.place);
        }
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
    case Op::Counted: {
      const TermId count = terms_.symbol({.low = 0});
      result({0, count});
      const std::vector<Held>& held = this->held(state, fact.a);
      if (held.size() != 1 || held.front().ended != 0) break;
      const PlaceId within = container_of_position(held.front().place);
      const TermId size = size_of(state, within != kNoPlace ? within : held.front().place).term;
      return state.assume(terms_, terms_.less(size, count), false);
    }
    case Op::At: {
      const std::vector<Held>& held = this->held(state, fact.a);
      std::vector<Held> elements;
      for (const Held& one : held) elements.push_back({places_.content(one.place), one.ended});
      TermId term = element_at(state, held, static_cast<std::uint64_t>(fact.number), get(state, fact.b));
      if (term == kNoTerm) term = terms_.symbol({.low = 1});
      result({sets_.intern(std::move(elements)), term});
      break;
    }
    case Op::Lock:
      result(lock(state, get(state, fact.a)));
      break;
    case Op::Hold:
      result({get(state, fact.a).refers, terms_.symbol({.low = 1})});
      break;
    case Op::Has:
      has(fact, state);
      break;
    case Op::Use:
      return use(fact, state);
    case Op::Read:
      read(fact, state);
      break;
    case Op::NonEmpty: {
      const std::vector<Held>& held = this->held(state, fact.a);
      if (held.size() != 1 || held.front().ended != 0) break;
      const TermId size =
          fact.flag ? view_size(contents(state, held.front().place, Shape::Pointer).term)
                    : size_of_element(state, get(state, fact.a), size_of(state, held.front().place).term);
      ask_size(state, SummaryAsk::Kind::NonEmpty, held.front().place, kNoTerm, size, fact.word, fact.where);
      if (lacks_elements(state, size) || (maybe_null_.contains(size) && !state.truth(terms_, size))) {
        report({.wrong = Wrong::Empty, .where = fact.where, .place = held.front().place, .word = fact.word});
        if (!fact.flag) set_size(state, held.front().place, kNoTerm);
      } else {
        // Who does not ask knows that there is one: it may be more.
        state.assume(terms_, size, true, true);
      }
      break;
    }
    case Op::Index:
    case Op::IndexPointer:
    case Op::Limit:
      index(fact, state);
      break;
    case Op::Apart:
      apart(fact, state);
      break;
    case Op::Assume: {
      const TermId asked = get(state, fact.a).term;
      if (State otherwise = state; fact.deep && otherwise.assume(terms_, asked, !fact.flag)) {
        otherwise.doubt = Doubt::Way;
        forks.push_back(std::move(otherwise));
      }
      return state.assume(terms_, asked, fact.flag);
    }
    case Op::Call:
      return call(fact, state, forks);
    case Op::Throw:
      state.put(slot(SlotKind::Loop, kThrown), {0, terms_.constant(1)});
      break;
    case Op::Catch:
      state.drop(slot(SlotKind::Loop, kThrown));
      state.drop_range(slot(SlotKind::Allocated, 0), slot(SlotKind::Made, 0));
      state.drop_range(slot(SlotKind::Lent, 0), slot(SlotKind::Destroyed, 0));
      break;
    case Op::Stop:
      return false;
    case Op::Forget:
      state.drop_range(slot(SlotKind::Register, 0), slot(SlotKind::Contents, 0));
      break;
  }
  return true;
}

}  // namespace hull::safety
