// What a function asks of its caller's values, and whether they are so.
//
// A pointer of the caller's that is dereferenced, a container of which the first element is taken, an index:
// inside the function nothing is known of them. So what must be true goes into the summary, with what the
// path there says of the caller's values, and is decided at each call. A path that depends on something else,
// which no caller can decide, asks nothing: see `set_unsure`.
#include <algorithm>

#include "safety/interpret.h"

namespace hull::safety {

using Kind = SummaryAsk::Kind;

// --- in the callee ------------------------------------------------------------------------------------

// How a computed symbol comes from values of the caller's. False when it comes from others, too.
bool Interpreter::tell_computed(TermId symbol, std::vector<SummaryOperation>& how) const {
  const auto constant = [&](std::int64_t value) {
    how.push_back(
        {.operand = true, .path = {.parameter = SummaryPath::kNumber, .steps = {}}, .constant = value});
  };
  const auto operand = [&](TermId term) {
    const auto [of, offset] = terms_.split(term);
    if (how.size() >= SummaryNumber::kMost) return false;
    if (of == kNoTerm) {
      constant(offset);
      return term != kNoTerm;
    }
    if (terms_.computed(of)) {
      if (!tell_computed(of, how)) return false;
    } else {
      auto number = number_of(of);
      if (!number || !number->path) return false;
      how.push_back({.operand = true, .path = std::move(*number->path)});
    }
    if (offset == 0) return true;
    constant(offset);
    how.push_back({.op = kAdd});
    return true;
  };
  const Computed* computed = terms_.computed(symbol);
  if (!computed) return false;
  if (computed->op != kAdd) {
    if (!operand(computed->a) || !operand(computed->b)) return false;
    how.push_back({.op = computed->op});
    return how.size() <= SummaryNumber::kMost;
  }
  bool first = true;
  for (const auto& [part, factor] : computed->sum) {
    if (!operand(part)) return false;
    if (factor != 1) {
      constant(factor);
      how.push_back({.op = kMultiply});
    }
    if (!first) how.push_back({.op = kAdd});
    first = false;
  }
  return how.size() <= SummaryNumber::kMost;
}

std::optional<SummaryNumber> Interpreter::number_of(TermId term) const {
  if (term == kNoTerm) return std::nullopt;
  const auto [symbol, offset] = terms_.split(term);
  if (symbol == kNoTerm) return SummaryNumber{std::nullopt, offset};
  if (terms_.computed(symbol)) {
    SummaryNumber number{std::nullopt, offset};
    if (!tell_computed(symbol, number.how)) return std::nullopt;
    return number;
  }
  if (const auto value = initial_of_.find(symbol); value != initial_of_.end()) {
    if (auto path = path_of(value->second)) return SummaryNumber{std::move(path), offset};
  }
  if (const auto size = initial_size_of_.find(symbol); size != initial_size_of_.end()) {
    if (auto path = path_of(size->second)) {
      path->steps.emplace_back(Step::Cursor, nullptr);
      return SummaryNumber{std::move(path), offset};
    }
  }
  for (const auto& [of, step] : {std::pair(&extent_of_, Step::Extent), std::pair(&text_of_, Step::Text)}) {
    const auto extent = of->find(symbol);
    const auto value = extent == of->end() ? initial_of_.end() : initial_of_.find(extent->second);
    if (value == initial_of_.end()) continue;
    if (auto path = path_of(value->second)) {
      path->steps.emplace_back(step, nullptr);
      return SummaryNumber{std::move(path), offset};
    }
  }
  return std::nullopt;
}

// Whether number_of() gives one.
bool Interpreter::has_number(TermId term) const {
  if (term == kNoTerm) return false;
  const TermId symbol = terms_.split(term).first;
  if (symbol == kNoTerm) return true;
  if (terms_.computed(symbol)) return number_of(symbol).has_value();
  const auto value = initial_of_.find(symbol);
  if (value != initial_of_.end() && can_be_told(value->second)) return true;
  const auto size = initial_size_of_.find(symbol);
  if (size != initial_size_of_.end() && can_be_told(size->second)) return true;
  const auto told = {&extent_of_, &text_of_};
  return std::any_of(told.begin(), told.end(), [&](const auto* of) {
    const auto extent = of->find(symbol);
    const auto pointer = extent == of->end() ? initial_of_.end() : initial_of_.find(extent->second);
    return pointer != initial_of_.end() && can_be_told(pointer->second);
  });
}

// Whether a caller can know what the term was.
bool Interpreter::expressible(TermId id) const {
  const Term& term = terms_[id];
  switch (term.op) {
    case TermOp::None:
      return false;
    case TermOp::Not:
      return expressible(term.a);
    case TermOp::Less:
    case TermOp::Equal:
      return expressible(term.a) && expressible(term.b);
    default:
      return has_number(id);
  }
}

// Whether the callee goes this way for a reason that the callers of this function cannot know.
bool Interpreter::undetermined(State& state, const CallSite& call, const Outcome& outcome) {
  const auto told = [&](TermId term) { return term != kNoTerm && expressible(term) && !terms_.value(term); };
  bool asks = false;
  for (const auto& [path, low, high, not_zero] : outcome.when) {
    const TermId value = resolve(state, call, path, true).term;
    if (value == kNoTerm) return true;
    if (number_of(value))
      asks |= told(value);
    else if (terms_[value].op == TermOp::Symbol && !state.range(terms_, value).constant())
      return true;
  }
  for (const SummaryRelation& relation : outcome.relations) asks |= told(related(state, call, relation));
  return !asks;
}

bool Interpreter::stands_on(TermId id, const std::unordered_set<TermId>& symbols) const {
  const Term& term = terms_[id];
  if (term.op == TermOp::None || term.op == TermOp::Constant) return false;
  if (term.op == TermOp::Symbol) return symbols.contains(id);
  return stands_on(term.a, symbols) || stands_on(term.b, symbols);
}

bool Interpreter::beyond_caller(const State& state, Register condition) const {
  TermId term = get(state, condition).term;
  if (stands_on(term, undetermined_)) return true;
  while (terms_[term].op == TermOp::Not) term = terms_[term].a;
  // How far a loop has come: it comes to its end, if nothing stops it.
  if (terms_[term].op == TermOp::Less) {
    const auto counts = [&](TermId side) { return counted_.contains(terms_.split(side).first); };
    if (counts(terms_[term].a) && expressible(terms_[term].b)) return false;
    if (counts(terms_[term].b) && expressible(terms_[term].a)) return false;
  }
  return !state.truth(terms_, term) && !expressible(term);
}

void Interpreter::set_unsure(State& state, std::uint32_t until) {
  const Slot unsure = slot(SlotKind::Loop, kUnsure);
  if (!state.find(unsure)) state.put(unsure, {0, terms_.constant(until)});
}

void Interpreter::arrives(State& state, std::uint32_t block) {
  const Slot unsure = slot(SlotKind::Loop, kUnsure);
  const Cell* until = state.find(unsure);
  if (until && terms_.value(until->term) == block) state.drop(unsure);
}

// What is wrong after such a call with what a callee asks for is not said.
void Interpreter::suppose(State& state) { state.put(slot(SlotKind::Loop, kSupposed), {0, kNoTerm}); }

const Interpreter::Different& Interpreter::different(const Summary& summary) {
  const auto [entry, fresh] = different_.try_emplace(&summary);
  Different& different = entry->second;
  if (!fresh) return different;
  const std::vector<Outcome>& outcomes = summary.outcomes;
  struct Done {
    std::vector<const std::pair<SummaryPath, SummaryValue>*> stores;
    std::vector<const SummaryEffect*> effects;
  };
  // By object, for each outcome.
  std::map<SummaryPath, std::vector<Done>> done;
  const auto changes = [&](const SummaryPath& path) {
    std::vector<std::uint32_t>& changed = different.changed;
    if (std::find(changed.begin(), changed.end(), path.parameter) == changed.end())
      changed.push_back(path.parameter);
  };
  const auto done_to = [&](const SummaryPath& path, std::size_t outcome) -> Done& {
    SummaryPath object = path;
    if (!object.steps.empty() && object.steps.back().first == Step::Cursor) object.steps.pop_back();
    std::vector<Done>& ways = done[std::move(object)];
    ways.resize(outcomes.size());
    return ways[outcome];
  };
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    for (const auto& store : outcomes[i].stores) {
      changes(store.first);
      if (store.first.parameter != SummaryPath::kResult) done_to(store.first, i).stores.push_back(&store);
    }
    for (const SummaryEffect& effect : outcomes[i].effects) {
      if (effect.op != Op::Escape) changes(effect.path);
      if (effect.path.parameter != SummaryPath::kResult) done_to(effect.path, i).effects.push_back(&effect);
    }
  }
  different.only_asks =
      !outcomes.empty() && !summary.opaque &&
      std::all_of(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) {
        return outcome.effects.empty() && outcome.made.empty() &&
               std::all_of(outcome.stores.begin(), outcome.stores.end(),
                           [](const auto& store) { return store.first.parameter == SummaryPath::kResult; });
      });
  const auto less = [](const auto* a, const auto* b) { return *a < *b; };
  const auto equal = [](const auto* a, const auto* b) { return *a == *b; };
  for (auto& [object, ways] : done) {
    std::vector<std::uint32_t> numbers;
    for (Done& way : ways) {
      std::sort(way.stores.begin(), way.stores.end(), less);
      std::sort(way.effects.begin(), way.effects.end(), less);
      std::uint32_t same = 0;
      while (!std::ranges::equal(ways[same].stores, way.stores, equal) ||
             !std::ranges::equal(ways[same].effects, way.effects, equal))
        ++same;
      numbers.push_back(same);
    }
    if (std::ranges::any_of(numbers, [](std::uint32_t number) { return number != 0; }))
      different.objects.emplace_back(object, std::move(numbers));
  }
  return different;
}

// Where a call goes on in several ways, nothing is sure of the memory that they leave different.
std::vector<PlaceId> Interpreter::left_different(State& state, const CallSite& call, const Outcome& outcome,
                                                 const std::vector<const Outcome*>& others) {
  std::vector<PlaceId> places;
  if (others.size() < 2) return places;
  const Outcome* const first = call.summary->outcomes.data();
  Trail trail;
  for (const auto& [object, numbers] : different(*call.summary).objects) {
    const auto number = [&, &numbers = numbers](const Outcome* one) {
      return numbers[static_cast<std::size_t>(one - first)];
    };
    if (std::ranges::all_of(others, [&](const Outcome* other) { return number(other) == number(&outcome); }))
      continue;
    for (const Held& held : sets_[resolve(state, call, object, false, nullptr, &trail).refers])
      places.push_back(held.place);
  }
  return places;
}

// Whether nothing sure is known of what is at the place.
bool Interpreter::supposed(const State& state, PlaceId place) const {
  for (PlaceId at = place; at != kNoPlace; at = places_[at].parent) {
    if (state.find(slot(SlotKind::Supposed, at))) return true;
  }
  return false;
}

bool Interpreter::unsure(const State& state) const {
  return state.find(slot(SlotKind::Loop, kUnsure)) != nullptr;
}

bool Interpreter::supposed(State& state, const CallSite& call, const std::optional<SummaryPath>& path) {
  if (!path) return false;
  SummaryPath object = *path;
  if (!object.steps.empty() && object.steps.back().first == Step::Cursor) object.steps.pop_back();
  return std::ranges::any_of(sets_[resolve(state, call, object, false).refers],
                             [&](const Held& held) { return supposed(state, held.place); });
}

bool Interpreter::tell_apart(State& state, State& otherwise) {
  const Cell* result = state.find(slot(SlotKind::Contents, facts_.result));
  if (!result || result->refers != 0) return false;
  const TermId term = result->term;
  const TermOp op = terms_[term].op;
  if ((op != TermOp::Less && op != TermOp::Equal && op != TermOp::Not) || state.truth(terms_, term) ||
      !expressible(term))
    return false;
  otherwise = state;
  if (!otherwise.assume(terms_, term, false) || !state.assume(terms_, term, true)) return false;
  otherwise.put(slot(SlotKind::Contents, facts_.result), {0, terms_.constant(0)});
  state.put(slot(SlotKind::Contents, facts_.result), {0, terms_.constant(1)});
  return true;
}

void Interpreter::ask(const State& state, SummaryAsk asked) {
  if (state.doubt == Doubt::Way) return;
  SummaryAsk key = asked;
  key.where = 0;
  // A few ways to it are enough.
  if (asks_.size() >= SummaryAsk::kMost || ++asks_of_[std::move(key)] > 3) return;
  asked.when = conditions(state);
  asked.relations = relations(state, false);
  if (std::find(asks_.begin(), asks_.end(), asked) == asks_.end()) asks_.push_back(std::move(asked));
}

void Interpreter::ask_not_null(const State& state, TermId value, Handle handle, const char* word,
                               Where where) {
  if (unsure(state) || state.truth(terms_, value) == true) return;
  if (const auto from = recast_.find(value); from != recast_.end())
    return ask_not_null(state, from->second, handle, word, where);
  const auto initial = initial_of_.find(value);
  if (initial == initial_of_.end()) return;
  if (auto path = path_of(initial->second))
    ask(state, {.path = std::move(*path), .handle = handle, .word = word, .where = where});
}

// What the counter of a loop is in the last round, by the bound that the author wrote.
TermId Interpreter::last_round(const State& state, TermId counter) {
  constexpr Range kAll;
  if (state.range(terms_, counter).low == kAll.low) return kNoTerm;
  // Of several rounds what was asked last goes furthest.
  TermId last = kNoTerm;
  std::int64_t furthest = std::numeric_limits<std::int64_t>::min();
  for (const auto& [comparison, truth] : state.relations()) {
    const Term& term = terms_[comparison];
    if (term.op != TermOp::Less) continue;
    const auto [a, below] = terms_.split(term.a);
    const auto [b, above] = terms_.split(term.b);
    if (truth && a == counter && expressible(term.b) && below > furthest) {
      last = terms_.sum(term.b, -1 - below);
      furthest = below;
    } else if (!truth && b == counter && expressible(term.a) && above > furthest) {
      last = terms_.sum(term.a, -above);
      furthest = above;
    }
  }
  // It may not meet the bound when it goes in larger steps.
  if (const auto stride = strides_.find(counter); last != kNoTerm && stride != strides_.end()) {
    const auto& [first, step] = stride->second;
    if (step > 1) {
      const TermId steps = calculate(state, kDivide, terms_.add(last, first, -1, {.low = 0}),
                                     terms_.constant(step), {.low = 0});
      last = terms_.add(terms_.compute(kMultiply, steps, terms_.constant(step), {.low = 0}), first, 1,
                        {.low = 0});
    }
  }
  return last;
}

// What the number is when the loops whose counters it is made of are in their last rounds; kNoTerm when that
// cannot be said.
TermId Interpreter::in_last_rounds(const State& state, TermId number, std::set<TermId>& counters) {
  const auto [symbol, offset] = terms_.split(number);
  if (symbol == kNoTerm) return number;
  if (counted_.contains(symbol)) {
    counters.insert(symbol);
    const TermId last = last_round(state, symbol);
    return last == kNoTerm ? kNoTerm : terms_.sum(last, offset);
  }
  const Computed* known = terms_.computed(symbol);
  if (!known) return number;
  const Computed computed = *known;
  if (computed.op != kAdd) {
    const TermId a = in_last_rounds(state, computed.a, counters);
    const TermId b = in_last_rounds(state, computed.b, counters);
    if (a == kNoTerm || b == kNoTerm) return kNoTerm;
    if (a == computed.a && b == computed.b) return number;
    // Who goes through a product goes up when it is one of what is not below zero.
    return computed.op == kMultiply ? terms_.sum(calculate(state, kMultiply, a, b, {}), offset) : kNoTerm;
  }
  TermId sum = terms_.constant(offset);
  for (const auto& [part, factor] : computed.sum) {
    const TermId last = in_last_rounds(state, part, counters);
    if (last == kNoTerm || (last != part && factor < 0)) return kNoTerm;
    sum = terms_.add(sum, last, factor);
  }
  return sum;
}

void Interpreter::ask_size(const State& state, Kind kind, PlaceId container, TermId index, TermId size,
                           const char* word, Where where) {
  if (unsure(state) || supposed(state, container)) return;
  // What the loops count with gets as far as their bounds say.
  std::set<TermId> counters;
  if (index != kNoTerm) index = in_last_rounds(state, index, counters);
  if (!counters.empty() && (index == kNoTerm || counters.size() > every_round_)) return;
  const bool counted = !counters.empty();
  auto limit = number_of(size);
  auto at = index == kNoTerm ? SummaryNumber{} : number_of(index);
  if (!limit || !at || (limit->constant() && at->constant())) return;
  if (kind == Kind::NonEmpty && state.truth(terms_, size) == true) return;
  ask(state, {.kind = kind,
              .path = path_of(container).value_or(SummaryPath{}),
              .index = std::move(*at),
              .size = std::move(*limit),
              .counted = counted,
              .word = word,
              .where = where});
}

// --- at the call --------------------------------------------------------------------------------------

TermId Interpreter::number_at(State& state, const CallSite& call, const SummaryAsk::Number& number) {
  if (number.path) return terms_.sum(resolve(state, call, *number.path, true).term, number.offset);
  if (number.how.empty()) return terms_.constant(number.offset);
  std::vector<TermId> stack;
  for (const SummaryOperation& step : number.how) {
    if (step.operand) {
      stack.push_back(step.path.parameter == SummaryPath::kNumber
                          ? terms_.constant(step.constant)
                          : resolve(state, call, step.path, true).term);
      if (stack.back() == kNoTerm) return kNoTerm;
      continue;
    }
    if (stack.size() < 2) return kNoTerm;
    const TermId b = stack.back();
    stack.pop_back();
    stack.back() = calculate(state, step.op, stack.back(), b, {});
    if (stack.back() == kNoTerm) return kNoTerm;
  }
  return stack.size() == 1 ? terms_.sum(stack.back(), number.offset) : kNoTerm;
}

// The comparison, in the terms of the caller.
TermId Interpreter::related(State& state, const CallSite& call, const SummaryRelation& relation) {
  const auto side = [&](const SummaryRelation::Side& side) {
    if (!side.how.empty()) return number_at(state, call, {std::nullopt, side.offset, side.how});
    if (side.path.parameter == SummaryPath::kNumber) return terms_.constant(side.offset);
    const Cell at = resolve(state, call, side.path, !side.address);
    if (!side.address) return terms_.sum(at.term, side.offset);
    const std::vector<Held>& held = sets_[at.refers];
    return held.size() == 1 ? terms_.sum(address_term(held.front().place), side.offset) : kNoTerm;
  };
  const TermId a = side(relation.a), b = side(relation.b);
  return relation.op == TermOp::Less ? terms_.less(a, b) : terms_.equal(a, b);
}

// Whether the way through the callee is possible. Adds to the state what it says.
bool Interpreter::may_come(State& state, const CallSite& call, const SummaryAsk& ask) {
  for (const auto& [path, low, high, not_zero] : ask.when) {
    const TermId value = resolve(state, call, path, true).term;
    if (value != kNoTerm && !state.narrow(terms_, value, {.low = low, .high = high, .not_zero = not_zero}))
      return false;
  }
  return std::all_of(ask.relations.begin(), ask.relations.end(), [&](const SummaryRelation& relation) {
    return state.assume(terms_, related(state, call, relation), relation.truth);
  });
}

// Whether the way through the callee is the one that is taken.
bool Interpreter::comes(State& state, const CallSite& call, const std::vector<SummaryCondition>& when,
                        const std::vector<SummaryRelation>& relations) {
  const auto in_range = [&](const SummaryCondition& condition) {
    const auto& [path, low, high, not_zero] = condition;
    const TermId value = resolve(state, call, path, true).term;
    if (value == kNoTerm) return false;
    const Range range = state.range(terms_, value);
    return !range.guess && range.low >= low && range.high <= high &&
           (!not_zero || state.truth(terms_, value) == true);
  };
  const auto related_so = [&](const SummaryRelation& relation) {
    return state.truth(terms_, related(state, call, relation)) == relation.truth;
  };
  return std::all_of(when.begin(), when.end(), in_range) &&
         std::all_of(relations.begin(), relations.end(), related_so);
}

// Whether the index is below zero because of what the callee takes off: who passes a number that is below
// zero by itself says that he found nothing, and knows whether it comes to that.
bool Interpreter::offset_below_zero(const SummaryNumber& index, std::int64_t value) {
  return value < 0 && index.path && index.offset < 0 && value - index.offset >= 0;
}

// Whether the author has asked how many elements there are, and then passes a number that wants more.
bool Interpreter::short_of(const State& state, const CallSite& call, const SummaryAsk& ask, TermId index,
                           TermId bound) const {
  const std::optional<SummaryPath>& passed = ask.index.path;
  if (ask.kind != Kind::Index || !terms_.value(index) || !passed || !passed->steps.empty() ||
      passed->parameter >= call.arguments.size() || !constants_.contains(call.arguments[passed->parameter]))
    return false;
  constexpr std::int64_t kFewElements = 8;
  const auto asked = room_asked(state, index, bound);
  return asked && *asked <= 0 && *asked > -kFewElements;
}

void Interpreter::check_asks(const Fact& fact, State& state) {
  const CallSite& call = *fact.call;
  const bool may_pass =
      state.doubt >= Doubt::Rounds || state.find(slot(SlotKind::Loop, kSupposed)) != nullptr;
  Trail trail;
  for (const SummaryAsk& ask : call.summary->asks) {
    const auto sure = [&] {
      const auto any = [&](const std::optional<SummaryPath>& path) { return supposed(state, call, path); };
      return !may_pass && !any(ask.path) && !any(ask.index.path) && !any(ask.size.path) &&
             std::none_of(ask.when.begin(), ask.when.end(),
                          [&](const SummaryCondition& one) { return any(std::get<0>(one)); }) &&
             std::none_of(ask.relations.begin(), ask.relations.end(),
                          [&](const SummaryRelation& one) { return any(one.a.path) || any(one.b.path); }) &&
             comes(state, call, ask.when, ask.relations);
    };
    // What cannot be decided here is asked of the next caller.
    const auto passed_on = [&](auto&& next) {
      if (unsure(state) || asks_.size() >= SummaryAsk::kMost) return;
      State asked = state;
      if (may_come(asked, call, ask)) next(asked);
    };
    if (ask.kind == Kind::NotNull) {
      const TermId value = resolve(state, call, ask.path, true, nullptr, &trail).term;
      if (value == kNoTerm || state.truth(terms_, value) == true) continue;
      const Range range = state.range(terms_, value);
      // Where it is null because of what another callee says, the caller is asked.
      const bool callers = initial_of_.contains(value);
      if (range.low != 0 || range.high != 0 || range.guess || (callers && null_besides_.contains(value))) {
        if (!callers) continue;
        passed_on([&](const State& asked) { ask_not_null(asked, value, ask.handle, ask.word, ask.where); });
      } else if (sure()) {
        report({.wrong = Wrong::UseOfNull,
                .where = ask.where,
                .handle = ask.handle,
                .word = ask.word,
                .inside = fact.where});
      }
      continue;
    }
    const TermId index = number_at(state, call, ask.index), size = number_at(state, call, ask.size);
    if (index == kNoTerm || size == kNoTerm) continue;
    Range at = state.range(terms_, index), room = state.range(terms_, size);
    at.low = said_low(state, index);
    room.high = said_high(state, size);
    const std::vector<Held>& containers = sets_[resolve(state, call, ask.path, false).refers];
    const PlaceId container = containers.size() == 1 ? containers.front().place : kNoPlace;
    Wrong wrong = Wrong::Empty;
    bool known = false;
    if (ask.kind == Kind::NonEmpty) {
      known = lacks_elements(state, size);
    } else {
      // The address after the last element is no number of bytes.
      wrong = ask.kind == Kind::Room && ask.word ? Wrong::TooLarge : Wrong::OutOfBounds;
      const TermId bound = ask.kind == Kind::Room ? terms_.sum(size, 1) : size;
      known = !at.guess && !room.guess && !room.loose &&
              state.truth(terms_, terms_.less(index, bound)) == false && said_beyond(state, index, bound);
      // The largest of the numbers that are passed.
      const Range limit = state.range(terms_, bound);
      known |= !at.guess && !at.loose && !limit.guess && limit.constant() && at.high >= limit.low &&
               at.high < (std::int64_t{1} << 30);
      // That nothing was found is for the caller to know, and what lies before a pointer, too.
      const bool within_array =
          ask.size.path && !ask.size.path->steps.empty() && ask.size.path->steps.back().first == Step::Extent;
      const bool before =
          at.constant() ? offset_below_zero(ask.index, at.low) : before_beginning(state, index);
      known |= ask.kind == Kind::Index && !within_array && !at.guess && before;
      known |= !known && short_of(state, call, ask, index, bound);
    }
    if (!known) {
      if (container != kNoPlace) {
        passed_on([&](const State& asked) {
          ask_size(asked, ask.kind, container, ask.kind == Kind::NonEmpty ? kNoTerm : index, size, ask.word,
                   ask.where);
        });
      }
    } else if (sure()) {
      report({.wrong = wrong,
              .where = ask.where,
              .place = container,
              .word = ask.word,
              .number = at.low,
              .limit = room.high,
              .inside = fact.where,
              .counted = ask.counted});
    }
  }
}

// Whether a container of that size is empty: surely, or elements were taken after the author asked how many
// there are, and not asked again.
bool Interpreter::lacks_elements(const State& state, TermId size) const {
  const Range range = state.range(terms_, size);
  const auto [counted, taken] = terms_.split(size);
  const bool overdrawn =
      counted != kNoTerm && taken < 0 && state.range(terms_, counted).low >= 1 && range.low <= 0;
  return (said_high(state, size) <= 0 || overdrawn) && !range.guess;
}

}  // namespace hull::safety
