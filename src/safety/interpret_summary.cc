// What a function did becomes what its callers are told: outcomes, effects, uses.
#include <algorithm>

#include "safety/interpret.h"

namespace hull::safety {

std::optional<SummaryPath> Interpreter::path_of(PlaceId place, const std::vector<PlaceId>& made) const {
  if (places_.beyond(place)) return std::nullopt;
  SummaryPath path;
  for (PlaceId at = place;; at = places_[at].parent) {
    const Place& known = places_[at];
    if (known.parent != kNoPlace) {
      path.steps.emplace_back(known.step, known.what);
      continue;
    }
    std::reverse(path.steps.begin(), path.steps.end());
    if (known.base == Base::Static) {
      path.parameter = SummaryPath::kStatic;
      path.base = known.what;
      return path;
    }
    if (known.base == Base::Result) {
      path.parameter = SummaryPath::kResult;
      return path;
    }
    if (known.base == Base::Heap) {
      const auto object = std::find(made.begin(), made.end(), at);
      if (object == made.end()) return std::nullopt;
      path.parameter = SummaryPath::kMade;
      path.made = static_cast<std::uint32_t>(object - made.begin());
      return path;
    }
    const auto found = std::find(facts_.parameters.begin(), facts_.parameters.end(), at);
    if (known.base != Base::Parameter || found == facts_.parameters.end()) return std::nullopt;
    path.parameter = static_cast<std::uint32_t>(found - facts_.parameters.begin());
    return path;
  }
}

// Whether path_of() gives one.
bool Interpreter::can_be_told(PlaceId place) const {
  if (places_.beyond(place)) return false;
  const PlaceId root = places_.root(place);
  const Base base = places_[root].base;
  if (base == Base::Static || base == Base::Result) return true;
  const auto& parameters = facts_.parameters;
  return base == Base::Parameter && std::find(parameters.begin(), parameters.end(), root) != parameters.end();
}

void Interpreter::effect(State& state, Op op, PlaceId place, const Fact& fact, std::int64_t number,
                         bool flag) {
  effect(state, op, place, event_of(fact, place), number, flag);
}

void Interpreter::effect(State& state, Op op, PlaceId place, EventId event, std::int64_t number, bool flag,
                         TermId identity) {
  if (op == Op::Escape) {
    // Once is enough: what somebody else has he may write to at any time.
    for (std::uint32_t at = state.effects; at != 0; at = effects_[at].before) {
      const Effect& done = effects_[at];
      if (done.op == op && done.place == place && done.number == number && done.flag == flag) return;
    }
  }
  const Effect effect{state.effects, op, place, event, number, flag, identity};
  const auto [entry, fresh] = effect_ids_.try_emplace(effect, static_cast<std::uint32_t>(effects_.size()));
  if (fresh) effects_.push_back(effect);
  state.effects = entry->second;
}

// What the way that the path has taken says of the caller's values. A state is asked for it again and again,
// and what it knows of values seldom changes in between.
std::uint32_t Interpreter::conditions_id(const State& state) {
  const auto [entry, fresh] = ways_by_ranges_.try_emplace(state.ranges_hash(), 0);
  if (!fresh) return entry->second;
  std::vector<SummaryCondition> when;
  for (const auto& [symbol, range] : state.ranges()) {
    if (range == terms_.start(symbol)) continue;
    if (auto number = number_of(symbol); number && number->path)
      when.emplace_back(std::move(*number->path), range.low, range.high, range.not_zero);
  }
  std::sort(when.begin(), when.end());
  const auto [way, unknown] = way_ids_.try_emplace(std::move(when), static_cast<std::uint32_t>(ways_.size()));
  if (unknown) ways_.push_back(&way->first);
  return entry->second = way->second;
}

std::vector<SummaryRelation> Interpreter::relations(const State& state, bool learned) const {
  std::vector<SummaryRelation> asked;
  const auto side = [&](TermId term) -> std::optional<SummaryRelation::Side> {
    if (auto number = number_of(term)) {
      SummaryPath path{.parameter = SummaryPath::kNumber, .steps = {}};
      if (number->path) path = std::move(*number->path);
      return SummaryRelation::Side{std::move(path), false, number->offset, std::move(number->how)};
    }
    const auto [symbol, offset] = terms_.split(term);
    const auto address = address_of_.find(symbol);
    if (address == address_of_.end() || !places_.outside(address->second)) return std::nullopt;
    auto path = path_of(address->second);
    if (!path) return std::nullopt;
    return SummaryRelation::Side{std::move(*path), true, offset, {}};
  };
  // What is known of computed numbers is no condition of one path.
  for (const auto& [symbol, range] : state.ranges()) {
    if (!terms_.computed(symbol) || range == terms_.start(symbol)) continue;
    constexpr Range kAll;
    const auto number = side(symbol);
    const auto limit = [&](TermOp op, std::int64_t value, bool truth) {
      if (number)
        asked.push_back(
            {op, *number, {{.parameter = SummaryPath::kNumber, .steps = {}}, false, value, {}}, truth});
    };
    if (range.constant()) {
      limit(TermOp::Equal, range.low, true);
      continue;
    }
    if (range.low != kAll.low && range.low != terms_.start(symbol).low) limit(TermOp::Less, range.low, false);
    if (range.high != kAll.high) limit(TermOp::Less, saturated_sum(range.high, 1), true);
    if (range.not_zero) limit(TermOp::Equal, 0, false);
  }
  const auto tell = [&](const std::vector<std::pair<TermId, bool>>& relations) {
    for (const auto& [comparison, truth] : relations) {
      const Term& term = terms_[comparison];
      // What is equal to a number is told as a condition.
      if (truth && (terms_.value(term.a) || terms_.value(term.b))) continue;
      auto a = side(term.a), b = side(term.b);
      if (a && b) asked.push_back({term.op, std::move(*a), std::move(*b), truth});
    }
  };
  tell(state.relations());
  if (learned) tell(state.learned());
  std::sort(asked.begin(), asked.end());
  return asked;
}

// Whether who takes the way because of the condition takes it because of what the caller has at hand: an
// index that is out of range, an object in a state of its own; or because somebody unknown had nothing to
// give. The caller may know better. What is looked for, behind pointers or among elements, he cannot.
bool Interpreter::chooses(TermId asked, bool holds) const {
  // What a result of arithmetic, or the answer to a question, comes from.
  const auto source = [&](TermId symbol) {
    if (const auto of = derived_.find(symbol); of != derived_.end()) return terms_.split(of->second).first;
    const Computed* computed = terms_.computed(symbol);
    return computed ? terms_.split(computed->a).first : kNoTerm;
  };
  const auto at_hand = [&](TermId term) {
    TermId symbol = terms_.split(term).first;
    for (TermId of = source(symbol); of != kNoTerm; of = source(symbol)) symbol = of;
    const auto initial = initial_of_.find(symbol);
    if (initial == initial_of_.end()) return symbol == kNoTerm || initial_size_of_.contains(symbol);
    unsigned pointers = 0;
    for (PlaceId at = initial->second; at != kNoPlace; at = places_[at].parent)
      pointers += places_[at].step == Step::Pointee;
    return pointers <= 1;
  };
  const Term& term = terms_[asked];
  const bool against_constant = terms_.value(term.a) || terms_.value(term.b);
  if (term.op == TermOp::Less && against_constant) return true;
  if (term.op == TermOp::Less || (term.op == TermOp::Equal && holds))
    return at_hand(term.a) && at_hand(term.b);
  // None of the cases that were asked for, or some bits of what is at hand.
  if (term.op == TermOp::Equal && terms_.value(term.b)) {
    if (source(terms_.split(term.a).first) != kNoTerm) return at_hand(term.a);
    const auto initial = initial_of_.find(terms_.split(term.a).first);
    return initial != initial_of_.end() && places_[initial->second].base == Base::Parameter &&
           places_[initial->second].step == Step::None;
  }
  if (term.op != TermOp::Symbol) return false;
  if (source(asked) != kNoTerm) return at_hand(asked);
  return !holds && (said_by_unknown_.contains(asked) || at_hand(asked));
}

bool Interpreter::is_address(TermId term) const { return address_of_.contains(terms_.split(term).first); }

// The caller's memory is used as it was when the call began.
void Interpreter::used(const State& state, SummaryUse::Kind kind, PlaceId place, Where where) {
  if (state.doubt == Doubt::Way || uses_.size() >= Summary::kMostUses || !can_be_told(place)) return;
  if (kind == SummaryUse::Kind::Unmoved && renewed(state, place)) return;
  auto& known = uses_of_[{place, kind}];
  if (known.size() >= 3 || (!known.empty() && ways_[known.front().first]->empty() && !known.front().second))
    return;
  std::vector<SummaryRelation> apart;
  for (const auto& [comparison, truth] : state.relations()) {
    const Term& term = terms_[comparison];
    if (!truth && term.op == TermOp::Equal && (is_address(term.a) || is_address(term.b))) {
      apart = relations(state, false);
      std::erase_if(apart, [](const SummaryRelation& one) {
        return one.truth || one.op != TermOp::Equal || one.a.address == one.b.address;
      });
      break;
    }
  }
  const std::pair way(conditions_id(state), !apart.empty());
  if (std::find(known.begin(), known.end(), way) != known.end()) return;
  if (ways_[way.first]->empty() && apart.empty()) known.clear();
  known.push_back(way);
  const bool told = !unsure(state) && !state.find(slot(SlotKind::Loop, kSupposed)) &&
                    (kind != SummaryUse::Kind::Written || relations(state, true).empty());
  uses_.push_back({*path_of(place), kind, told, where, *ways_[way.first], std::move(apart)});
}

// The caller's memory is used when something else of the caller's has ended, of which it may be a part.
void Interpreter::used_late(State& state, PlaceId place, Where where) {
  if (state.doubt == Doubt::Way || state.effects == 0 || late_uses_.size() >= SummaryLateUse::kMost) return;
  if (!late_.emplace(place, state.effects).second) return;
  auto path = path_of(place);
  if (!path) return;
  const auto self = [&](std::uint32_t parameter) {
    return parameter < facts_.parameters.size()
               ? contents(state, facts_.parameters[parameter], Shape::Pointer).term
               : kNoTerm;
  };
  SummaryLateUse use{std::move(*path), {}, where};
  for (std::uint32_t at = state.effects; at != 0; at = effects_[at].before) {
    const Effect& effect = effects_[at];
    if (effect.op != Op::Invalidate && effect.op != Op::Free) continue;
    if (places_.within(place, effect.place)) continue;
    auto ended = path_of(effect.place);
    if (!ended || ended->parameter == use.path.parameter) continue;
    // The author has asked whether they are the same.
    if (state.truth(terms_, terms_.equal(self(ended->parameter), self(use.path.parameter))) == false)
      continue;
    const Event& event = events_[effect.event];
    use.after.push_back({effect.op, std::move(*ended), effect.number, effect.flag, event.cause, event.word});
  }
  if (!use.after.empty()) late_uses_.push_back(std::move(use));
}

void Interpreter::consume(PlaceId place) {
  // Up to what somebody refers to: the object as a whole.
  while (places_[place].step != Step::None && places_[place].step != Step::Pointee)
    place = places_[place].parent;
  consumed_.insert(place);
}

std::vector<SummaryPath> Interpreter::consumed_paths() const {
  std::vector<SummaryPath> paths;
  for (const PlaceId place : consumed_) {
    if (auto path = path_of(place); path && places_.outside(place) && paths.size() < Summary::kMostUses)
      paths.push_back(std::move(*path));
  }
  return paths;
}

// The objects that this function made and that its caller can find: from its result, its statics and the
// caller's memory on.
void Interpreter::find_made(const State& state, std::vector<PlaceId>& made) const {
  const auto reach = [&](const Cell& cell) {
    for (const Held& held : sets_[cell.refers]) {
      const PlaceId root = places_.root(held.place);
      if (held.ended == 0 && places_[root].base == Base::Heap && made.size() < CallSite::kMostMade &&
          std::find(made.begin(), made.end(), root) == made.end()) {
        made.push_back(root);
      }
    }
  };
  for (const auto& [where, cell] : state.entries()) {
    if (kind_of(where) == SlotKind::Contents && visible(index_of(where))) reach(cell);
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    for (const auto& [where, cell] : state.entries()) {
      if (kind_of(where) == SlotKind::Contents && places_.root(index_of(where)) == made[i]) reach(cell);
    }
  }
}

SummaryObject Interpreter::object_of(const State& state, PlaceId object) const {
  SummaryObject found;
  found.many = places_[object].many;
  if (const Cell* made = state.find(slot(SlotKind::Made, object))) {
    const Event& event = events_[sets_[made->refers].front().ended];
    found.allocation = terms_.value(made->term).value_or(kAnyAllocation);
    found.where = event.where;
    found.word = event.word;
  }
  found.owed = state.find(slot(SlotKind::Allocated, object)) != nullptr;
  const Cell* owned = state.find(slot(SlotKind::Owned, object));
  found.owned = owned != nullptr;
  found.own_deleter = owned && terms_.value(owned->term) == kOwnDeleter;
  if (const Cell* shares = state.find(slot(SlotKind::Shares, object))) {
    // A weak pointer that is left with the caller may make more of them.
    std::int64_t pointers = 0;
    for (const auto& [where, cell] : state.entries()) {
      if (kind_of(where) != SlotKind::Contents ||
          (!visible(index_of(where)) && places_[index_of(where)].base != Base::Heap))
        continue;
      for (const Held& held : sets_[cell.refers]) pointers += held.place == object && held.ended == 0;
    }
    const auto count = terms_.value(shares->term);
    if (count && pointers <= *count) found.shares = *count;
  }
  return found;
}

// Whether the caller can see what is at `place`.
bool Interpreter::visible(PlaceId place) const {
  const Base base = places_[place].base;
  return base == Base::Result || base == Base::Static || places_.outside(place);
}

// The container that the element, or a part of one, lies in; kNoPlace for positions and what is no element.
PlaceId Interpreter::container_of(PlaceId place) const {
  for (; place != kNoPlace; place = places_[place].parent) {
    if (places_[place].step == Step::Content) return places_[place].parent;
    if (places_[place].step != Step::Field) break;
  }
  return kNoPlace;
}

// The container that the position is in.
PlaceId Interpreter::container_of_position(PlaceId place) const {
  if (places_[place].step != Step::Cursor) return kNoPlace;
  const PlaceId content = places_[place].parent;
  return places_[content].step == Step::Content ? places_[content].parent : kNoPlace;
}

// Whether only one object, or the first element of one array, is at the place.
bool Interpreter::one_address(PlaceId place) const {
  return !places_[places_[place].step == Step::Content ? places_[place].parent : place].many;
}

SummaryValue Interpreter::value_of(const State& state, const Cell& cell, const std::vector<PlaceId>& made) {
  SummaryValue value;
  const auto [symbol, offset] = terms_.split(cell.term);
  for (const Held& held : sets_[cell.refers]) {
    if (held.ended != 0) continue;
    const Base base = places_[held.place].base;
    if (!places_.outside(held.place) && base != Base::Static && base != Base::Heap) continue;
    auto path = path_of(held.place, made);
    if (!path) continue;
    value.refers.push_back(std::move(*path));
    const bool part = places_[held.place].step != Step::Pointee && one_address(held.place);
    if ((base == Base::Heap || part) && symbol == address_term(held.place)) {
      value.term = SummaryValue::Term::Address;
      value.offset = offset;
    }
  }
  std::sort(value.refers.begin(), value.refers.end());
  if (value.term == SummaryValue::Term::Address && value.refers.size() == 1) return value;
  value.term = SummaryValue::Term::Unknown;
  value.offset = 0;
  if (const auto end = end_of_.find(cell.term); end != end_of_.end()) {
    if (auto container = path_of(end->second, made)) {
      value.term = SummaryValue::Term::End;
      value.initial = std::move(*container);
      return value;
    }
  }
  if (const auto found = found_.find(cell.term); value.refers.size() == 1 && found != found_.end()) {
    const auto at_end = state.truth(terms_, terms_.equal(cell.term, found->second));
    const auto end = end_of_.find(found->second);
    auto container = at_end && *at_end && end != end_of_.end() ? path_of(end->second, made) : std::nullopt;
    if (!at_end || container) {
      value.term = at_end ? SummaryValue::Term::End : SummaryValue::Term::Found;
      if (container) value.initial = std::move(*container);
      return value;
    }
  }
  if (const auto found = found_element_.find(cell.term); value.refers.size() == 1 && symbol != kNoTerm) {
    const PlaceId container = container_of(sets_[cell.refers].front().place);
    if (container != kNoPlace) {
      std::tie(value.constant, value.initial) =
          tell_element(found == found_element_.end() ? cell.term : found->second, container);
      if (value.constant == SummaryEffect::kFirst || value.constant == SummaryEffect::kLast ||
          value.constant == SummaryEffect::kAtKey) {
        value.term = SummaryValue::Term::Element;
        return value;
      }
      value.constant = 0;
      value.initial = {};
    }
  }
  if (const auto constant = terms_.value(cell.term)) {
    value.term = SummaryValue::Term::Constant;
    value.constant = *constant;
  } else if (auto number = number_of(cell.term); number && !number->how.empty()) {
    const Range range = state.range(terms_, cell.term);
    value.term = range.constant() ? (range.guess ? SummaryValue::Term::Guess : SummaryValue::Term::Constant)
                                  : SummaryValue::Term::Computed;
    if (range.constant()) {
      value.constant = range.low;
    } else {
      value.offset = number->offset;
      value.how = std::move(number->how);
    }
  } else if (number && number->path) {
    const Range range = state.range(terms_, cell.term);
    if (range.constant()) {
      value.term = SummaryValue::Term::Constant;
      value.constant = range.low;
      value.asked = true;
    } else {
      value.term = SummaryValue::Term::Initial;
    }
    value.initial = std::move(*number->path);
    value.offset = number->offset;
  } else if (cell.term != kNoTerm) {
    const Range range = state.range(terms_, cell.term);
    if (range.constant()) {
      value.term = range.guess ? SummaryValue::Term::Guess : SummaryValue::Term::Constant;
      value.constant = range.low;
    } else if (state.truth(terms_, cell.term) == true) {
      value.term = SummaryValue::Term::NotNull;
      // It points elsewhere in the memory than what the caller has: a view that got shorter.
      const std::vector<Held>& held = sets_[cell.refers];
      value.offset = held.size() == 1 && places_[held.front().place].step == Step::Pointee &&
                     cell.term != address_term(held.front().place);
    }
  }
  return value;
}

// Which element of the container it is, if the caller can know it: where the key or the position was, for
// some.
std::pair<std::int64_t, SummaryPath> Interpreter::tell_element(TermId identity, PlaceId container) {
  if (identity == kNoTerm) return {SummaryEffect::kSome, {}};
  for (const std::int64_t number : {SummaryEffect::kFirst, SummaryEffect::kLast}) {
    const auto end = static_cast<std::uint64_t>(number);
    if (identity == terms_.named(kNameElement + end, container, end, {.low = 1})) return {number, {}};
  }
  const auto key = key_of_.find(identity);
  const auto initial = initial_of_.find(key == key_of_.end() ? identity : key->second);
  if (initial == initial_of_.end()) return {SummaryEffect::kSome, {}};
  auto path = path_of(initial->second);
  if (!path) return {SummaryEffect::kSome, {}};
  return {key == key_of_.end() ? SummaryEffect::kAtPosition : SummaryEffect::kAtKey, std::move(*path)};
}

Outcome Interpreter::outcome(const State& state) {
  Outcome outcome;
  outcome.doubt = state.doubt;
  outcome.chosen = state.chosen;
  outcome.when = conditions(state);
  outcome.relations = relations(state, true);
  std::vector<PlaceId> made;
  find_made(state, made);
  for (const PlaceId object : made) outcome.made.push_back(object_of(state, object));
  for (std::uint32_t at = state.effects; at != 0; at = effects_[at].before) {
    const Effect& effect = effects_[at];
    if (auto path = path_of(effect.place)) {
      const Event& event = events_[effect.event];
      SummaryEffect told{.op = effect.op,
                         .path = std::move(*path),
                         .number = effect.number,
                         .flag = effect.flag,
                         .cause = event.cause,
                         .word = event.word,
                         .where = effect.op == Op::Free ? event.where : 0};
      if (effect.op == Op::EraseAt)
        std::tie(told.number, told.which) = tell_element(effect.identity, places_[effect.place].parent);
      outcome.effects.push_back(std::move(told));
    }
  }
  std::reverse(outcome.effects.begin(), outcome.effects.end());
  for (const auto& [where, cell] : state.entries()) {
    if (kind_of(where) != SlotKind::Origin) continue;
    const auto to = path_of(index_of(where));
    for (const Held& held : sets_[cell.refers]) {
      auto from = path_of(held.place);
      if (to && from && *to != *from)
        outcome.effects.push_back({Op::Transfer, std::move(*from), 0, false, Cause::None, nullptr, *to});
    }
  }
  // The same thing done again, in a loop, is done once.
  std::vector<SummaryEffect> once;
  for (SummaryEffect& effect : outcome.effects) {
    if (std::find(once.begin(), once.end(), effect) == once.end()) once.push_back(std::move(effect));
  }
  outcome.effects = std::move(once);
  for (const auto& [where, cell] : state.entries()) {
    const SlotKind kind = kind_of(where);
    const PlaceId place = index_of(where);
    if (kind == SlotKind::Unwritten && (visible(place) || places_[place].base == Base::Heap)) {
      if (auto path = path_of(place, made)) {
        outcome.effects.push_back({Op::Begin, std::move(*path), 0, true, Cause::Declared, nullptr});
      }
      continue;
    }
    if (kind != SlotKind::Contents && kind != SlotKind::Size) continue;
    if (!visible(place) && places_[place].base != Base::Heap) continue;
    auto path = path_of(place, made);
    if (!path) continue;
    if (kind == SlotKind::Size) {
      // Written as a store to a cursor, which nothing else is.
      path->steps.emplace_back(Step::Cursor, nullptr);
      if (cell.term == terms_.named(kNameInitialSize, place, 0, {.low = 0})) continue;
      outcome.stores.emplace_back(std::move(*path), value_of(state, cell, made));
      continue;
    }
    // It holds what it held; that it may have ended is told by the effects.
    const auto initial = initial_of_.find(cell.term);
    if (initial != initial_of_.end() && initial->second == place) continue;
    outcome.stores.emplace_back(std::move(*path), value_of(state, cell, made));
  }
  std::sort(outcome.stores.begin(), outcome.stores.end());
  return outcome;
}

}  // namespace hull::safety
