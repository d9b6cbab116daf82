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
    case Op::Part: {
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
            set_size(state, array, terms_.constant(fact.number));
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
      result({fact.flag ? 0 : sets_.intern(std::move(beside)), sum});
      break;
    }
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
    case Op::MaybeNull: {
      const Cell from = get(state, fact.a);
      Cell cell{from.refers, terms_.symbol({.low = 0})};
      if (const auto there = state.truth(terms_, get(state, fact.b).term)) {
        cell = *there ? Cell{from.refers, terms_.symbol({.low = 1})} : Cell{0, terms_.constant(0)};
      } else if (!fact.flag && state.range(terms_, from.term).constant()) {
        cell.term = from.term;
      } else {
        maybe_null_.insert(cell.term);
        if (const TermId condition = get(state, fact.b).term) there_if_.emplace(cell.term, condition);
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
    case Op::Move: {
      const std::vector<Held>& held = this->held(state, fact.a);
      // One of several, or of many objects: it may be another that was moved.
      if (held.size() != 1 || held.front().ended != 0) break;
      const PlaceId place = held.front().place;
      const EventId event = event_of(fact, moved_whole(place, fact.number));
      if (places_[place].many) {
        const TermId element = moved_element(place, get(state, fact.a).term);
        if (element != kNoTerm)
          state.put(slot(SlotKind::MovedElement, element), {sets_.one({place, event}), kNoTerm});
        break;
      }
      if (places_.outside(place)) effect(state, Op::Move, place, event, fact.number);
      state.put(slot(SlotKind::Moved, place), {sets_.one({place, event}), kNoTerm});
      break;
    }
    case Op::Scan: {
      const TermId written = terms_.less(terms_.constant(fact.number), get(state, fact.b).term);
      const std::vector<Held> outputs = held(state, fact.a);
      const bool unwritten = std::any_of(outputs.begin(), outputs.end(), [&](const Held& one) {
        return state.find(slot(SlotKind::Unwritten, one.place)) != nullptr;
      });
      if (unwritten && !state.truth(terms_, written)) {
        State not_written = state;
        if (not_written.assume(terms_, written, false)) forks.push_back(std::move(not_written));
      }
      if (unwritten && !state.assume(terms_, written, true)) break;
      for (const Held& one : outputs) {
        if (one.ended != 0) continue;
        renew(state, one.place);
        put_contents(state, one.place, {0, terms_.symbol()}, outputs.size() == 1);
      }
      break;
    }
    case Op::Renew: {
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
      break;
    }
    case Op::Transfer:
      transfer(state, held(state, fact.a), held(state, fact.b));
      break;
    case Op::CopyObject: {
      const std::vector<Held>&from = held(state, fact.a), to = held(state, fact.b);
      if (from.size() == 1 && from.front().ended == 0 &&
          places_[places_.root(from.front().place)].base == Base::Temporary)
        check_stored(fact, state, to, deep_contents(state, from.front().place, PlaceTable::kMaxDepth),
                     kNoRegister);
      for (const Held& target : to) {
        if (target.ended != 0) continue;
        if (from.size() == 1 && to.size() == 1 && from.front().ended == 0) {
          copy_object(state, from.front().place, target.place, true, PlaceTable::kMaxDepth);
          if (fact.deep) identify(state, from.front().place, target.place);
        } else {
          put_contents(state, target.place, load(state, get(state, fact.a), Shape::None, true),
                       to.size() == 1);
        }
      }
      break;
    }
    case Op::Escape: {
      SetId roots = get(state, fact.a).refers;
      if (!fact.deep) give_back(fact, state, sets_[roots]);
      if (fact.deep) {
        const std::vector<Held>& objects = sets_[roots];
        roots = 0;
        for (const Held& one : objects) {
          if (one.ended == 0)
            roots = sets_.join(roots, deep_contents(state, one.place, PlaceTable::kMaxDepth));
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
      break;
    }
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
          const Cell* owned = state.find(slot(SlotKind::Owned, one.place));
          if (owned && terms_.value(owned->term) == kOwnDeleter) state.drop(slot(SlotKind::Owned, one.place));
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
    case Op::Recast: {
      const Cell from = get(state, fact.a);
      const auto [base, offset] = terms_.split(from.term);
      const auto object = address_of_.find(base);
      // So many bytes are so many characters.
      if (fact.number == 1 && offset == 0 && object != address_of_.end() &&
          state.find(slot(SlotKind::Made, object->second)) &&
          state.find(slot(SlotKind::Size, object->second))) {
        const PlaceId characters = places_.content(object->second);
        result({sets_.one({characters}), address_term(characters)});
        break;
      }
      const bool whole = object != address_of_.end() && places_[object->second].step != Step::Content;
      if (from.term == kNoTerm || whole || state.range(terms_, from.term).constant()) {
        result(from);
        break;
      }
      const Cell cell{from.refers, terms_.symbol(state.range(terms_, from.term))};
      recast_.emplace(cell.term, from.term);
      if (maybe_null_.contains(from.term)) maybe_null_.insert(cell.term);
      result(cell);
      break;
    }
    case Op::Past: {
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
      result(cell);
      break;
    }
    case Op::Vacate:
      vacate(fact, state);
      break;
    case Op::SetSize:
      for (const Held& one : held(state, fact.a)) {
        if (one.ended == 0) {
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

bool Interpreter::branch(State& state, Register condition, bool truth, Doubt doubt, bool plain) {
  const TermId asked = get(state, condition).term;
  TermId inner = asked;
  bool holds = truth;
  while (terms_[inner].op == TermOp::Not) {
    inner = terms_[inner].a;
    holds = !holds;
  }
  const bool learned = !state.truth(terms_, asked);
  // A loop that does not run does not fill what was made before it.
  if (learned && doubt != Doubt::None) state.drop_range(slot(SlotKind::Vacant, 0), slot(SlotKind::Answer, 0));
  if (learned) state.doubt = std::max(state.doubt, doubt);
  // What is true of one object that is too deep to be named need not be of the next.
  if (learned && stands_on(asked, lost_)) state.doubt = std::max(state.doubt, Doubt::Rounds);
  if (learned && stands_on(asked, told_of_null_)) state.doubt = std::max(state.doubt, Doubt::Rounds);
  // Who looks for the least begins with the most that there is: all others are less.
  if (learned && !holds && terms_[inner].op == TermOp::Less &&
      (extreme(terms_[inner].a) || extreme(terms_[inner].b)))
    state.doubt = Doubt::Way;
  if (learned && state.knows_any(slot(SlotKind::Unwritten, 0), slot(SlotKind::Size, 0)))
    asked_of(state, inner);
  if (learned && holds && below_zero(inner)) state.doubt = std::max(state.doubt, Doubt::Counts);
  if (learned && plain) state.chosen = chooses(inner, holds);
  if (!state.assume(terms_, asked, truth)) return false;
  if (learned && terms_[inner].op == TermOp::Less &&
      (!in_steps(state, terms_[inner].a) || !in_steps(state, terms_[inner].b)))
    return false;
  if (!learned) state.confirm(terms_, asked);
  if (const auto condition = there_if_.find(inner);
      condition != there_if_.end() && !state.assume(terms_, condition->second, holds))
    return false;
  if (!plain && learned && !holds && terms_[inner].op == TermOp::Equal && !counts_up_to(state, inner))
    return false;
  if (learned && holds && terms_[inner].op == TermOp::Equal) unify(state, terms_[inner].a, terms_[inner].b);
  // A container of which we do not know how many elements it has, and that may be empty here: then nobody
  // knows what became of what was put into it.
  if (learned && holds && terms_[inner].op == TermOp::Equal) {
    for (const TermId side : {terms_[inner].a, terms_[inner].b}) {
      if (const auto end = end_of_.find(side); end != end_of_.end())
        hand_over(state, deep_contents(state, end->second, PlaceTable::kMaxDepth));
    }
  }
  return true;
}

// A pointer of which nothing is known turns out to be equal to one that is known: it refers to the same.
void Interpreter::unify(State& state, TermId a, TermId b) {
  const auto referred = [&](TermId term) {
    for (const auto& [where, cell] : state.entries()) {
      if (holds_value(where) && cell.term == term && cell.refers != 0) return cell.refers;
    }
    return SetId{0};
  };
  const SetId of_a = referred(a), of_b = referred(b);
  if ((of_a == 0) == (of_b == 0)) return;
  const TermId unknown = of_a == 0 ? a : b;
  if (terms_[unknown].op != TermOp::Symbol) return;
  for (auto& [where, cell] : state.entries()) {
    if (holds_value(where) && cell.term == unknown && cell.refers == 0) cell.refers = of_a == 0 ? of_b : of_a;
  }
}

bool Interpreter::branch_case(State& state, Register condition, std::int64_t low, std::int64_t high,
                              bool equal) {
  const TermId term = get(state, condition).term;
  if (term == kNoTerm) return true;
  if (equal) return state.narrow(terms_, term, {.low = low, .high = high});
  const Range range = state.range(terms_, term);
  return !(range.constant() && low <= range.low && range.low <= high);
}

// What a loop counts in larger steps from a known number is one of those that it comes to. False when there
// is none.
bool Interpreter::in_steps(State& state, TermId counter) {
  constexpr Range kAll;
  const TermId symbol = terms_.split(counter).first;
  const auto stride = strides_.find(symbol);
  if (stride == strides_.end()) return true;
  const auto first = terms_.value(stride->second.first);
  const std::int64_t step = std::abs(stride->second.second);
  const Range now = state.range(terms_, symbol);
  if (!first || step < 2) return true;
  const auto beyond = [&](std::int64_t bound) { return ((bound - *first) % step + step) % step; };
  const auto few = [&](std::int64_t bound) {
    return bound > std::numeric_limits<std::int32_t>::min() &&
           bound < std::numeric_limits<std::int32_t>::max();
  };
  Range to;
  if (now.low != kAll.low && few(now.low)) to.low = now.low + (step - beyond(now.low)) % step;
  if (now.high != kAll.high && few(now.high)) to.high = now.high - beyond(now.high);
  return (to.low <= now.low && to.high >= now.high) || state.narrow(terms_, symbol, to);
}

// What is asked is a part of objects that may not have been written as a whole.
void Interpreter::asked_of(State& state, TermId asked) {
  const Term& term = terms_[asked];
  const auto in = [&](TermId value) {
    if (value == kNoTerm || terms_.value(value)) return false;
    const TermId symbol = terms_.split(value).first;
    return symbol != kNoTerm &&
           (symbol == terms_.split(asked).first || symbol == terms_.split(term.a).first ||
            symbol == terms_.split(term.b).first);
  };
  std::vector<PlaceId> objects;
  for (const auto& [where, cell] : state.entries()) {
    if (kind_of(where) == SlotKind::Contents && places_[index_of(where)].step == Step::Field && in(cell.term))
      objects.push_back(index_of(where));
  }
  for (const PlaceId object : objects) asked_object(state, object);
}

// Whether the equation says that something is below zero, and its author wrote no such number: `level + i ==
// 0`.
bool Interpreter::below_zero(TermId equation) const {
  if (terms_[equation].op != TermOp::Equal) return false;
  const auto [a, more] = terms_.split(terms_[equation].a);
  const auto [b, limit] = terms_.split(terms_[equation].b);
  if ((a == kNoTerm) == (b == kNoTerm)) return false;
  const std::int64_t added = a == kNoTerm ? limit : more, sum = a == kNoTerm ? more : limit;
  return sum >= 0 && added > sum;
}

// Whether it is the largest or smallest value of its type.
bool Interpreter::extreme(TermId term) const {
  const auto value = terms_.value(term);
  if (!value) return extremes_.contains(term);
  return *value == std::numeric_limits<std::int32_t>::max() ||
         *value == std::numeric_limits<std::int32_t>::min() ||
         *value == std::numeric_limits<std::uint32_t>::max() ||
         *value == std::numeric_limits<std::int64_t>::max() ||
         *value == std::numeric_limits<std::int64_t>::min();
}

// A loop that counts up until it meets its bound does not go past it. False when it has.
bool Interpreter::counts_up_to(State& state, TermId met) {
  constexpr Range kAll;
  for (const auto& [counter, bound] :
       {std::pair(terms_[met].a, terms_[met].b), std::pair(terms_[met].b, terms_[met].a)}) {
    if (counted_.contains(terms_.split(counter).first) && state.range(terms_, counter).low != kAll.low &&
        !state.assume(terms_, terms_.less(counter, bound), true))
      return false;
  }
  return true;
}

void Interpreter::widen(State& state, const State& before) {
  // That there are exactly so many was learned because the walk goes round so often.
  if (std::ranges::any_of(state.ranges(), [&](const auto& known) {
        const auto& [symbol, range] = known;
        return range.constant() && range.low >= 1 && terms_.start(symbol).high > 1 &&
               !before.range(terms_, symbol).constant();
      }))
    state.doubt = std::max(state.doubt, Doubt::Counts);
  // Of uneven rounds only which way they go.
  const auto stride = [](std::int64_t change) {
    constexpr int kRounds = kWidenedRound - 1;
    return change % kRounds == 0 ? change / kRounds : change > 0 ? 1 : -1;
  };
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
      counted_.insert(cell.term);
      strides_.emplace(cell.term, std::pair(old->term, stride(is.second - was.second)));
      continue;
    }
    // A pointer or truth value keeps what is known of it on this path.
    if (was.first != is.first) continue;
    cell.term = terms_.symbol(range);
    counted_.insert(cell.term);
    strides_.emplace(cell.term, std::pair(old->term, stride(is.second - was.second)));
  }
}

}  // namespace hull::safety
