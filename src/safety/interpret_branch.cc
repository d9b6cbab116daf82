// What a branch tells, and what is left of what is known when a loop is widened.
#include <algorithm>

#include "safety/interpret.h"

namespace hull::safety {

bool Interpreter::branch(State& state, Register condition, bool truth, Doubt doubt, bool plain, bool stays) {
  const TermId asked = get(state, condition).term;
  TermId inner = asked;
  bool holds = truth;
  while (terms_[inner].op == TermOp::Not) {
    inner = terms_[inner].a;
    holds = !holds;
  }
  const bool learned = !state.truth(terms_, asked);
  // What a call says that asks the condition for its caller was not known either.
  const bool guessed = learned || state.answered;
  // A loop that does not run does not fill what was made before it.
  if (guessed && doubt != Doubt::None) state.drop_range(slot(SlotKind::Vacant, 0), slot(SlotKind::Answer, 0));
  if (guessed) state.doubt = std::max(state.doubt, doubt);
  // What is true of one object that is too deep to be named need not be of the next.
  if (learned && stands_on(asked, lost_)) state.doubt = std::max(state.doubt, Doubt::Rounds);
  if (learned && stands_on(asked, told_of_null_)) state.doubt = std::max(state.doubt, Doubt::Rounds);
  // A callee says null of a pointer on another way: that the pointer is null here as well, nobody has said.
  const bool null = terms_[inner].op == TermOp::Equal ? holds && terms_.value(terms_[inner].b) == 0 : !holds;
  const TermId pointer = terms_[inner].op == TermOp::Equal ? terms_[inner].a : inner;
  if (learned && null && null_besides_.contains(pointer)) state.doubt = std::max(state.doubt, Doubt::Rounds);
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
  if (const auto condition = only_if_.find(inner);
      holds && condition != only_if_.end() && !state.assume(terms_, condition->second, true))
    return false;
  if (const auto condition = there_if_.find(inner);
      condition != there_if_.end() && !state.assume(terms_, condition->second, holds))
    return false;
  if ((!plain || stays) && learned && !holds && terms_[inner].op == TermOp::Equal &&
      !counts_up_to(state, inner))
    return false;
  if (learned && terms_[inner].op == TermOp::Equal) {
    const TermId a = terms_[inner].a, b = terms_[inner].b;
    if (holds) {
      unify(state, a, b);
    } else {
      separate(state, a, b);
      separate(state, b, a);
    }
  }
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

// A pointer that may refer to several is not that one: where a list goes round to its head.
void Interpreter::separate(State& state, TermId pointer, TermId one) {
  const auto object = address_of_.find(one);
  if (object == address_of_.end() || places_[object->second].many) return;
  for (auto& [where, cell] : state.entries()) {
    if (!holds_value(where) || cell.term != pointer || pointer == kNoTerm) continue;
    std::vector<Held> others = sets_[cell.refers];
    std::erase_if(others, [&](const Held& held) { return held.place == object->second; });
    if (!others.empty() && others.size() < sets_[cell.refers].size())
      cell.refers = sets_.intern(std::move(others));
  }
}

bool Interpreter::branch_case(State& state, Register condition, std::int64_t low, std::int64_t high,
                              bool equal) {
  const TermId term = get(state, condition).term;
  if (term == kNoTerm) return true;
  if (!state.range(terms_, term).constant())
    state.chosen = chooses(terms_.equal(term, terms_.constant(low)), equal);
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

void Interpreter::guess_round(State& state, std::uint32_t loop) {
  state.put(slot(SlotKind::Loop, kGuessedRounds + loop), {});
}

void Interpreter::left_loop(State& state, std::uint32_t loop) {
  state.drop(slot(SlotKind::Loop, loop));
  state.drop(slot(SlotKind::Loop, kGuessedRounds + loop));
}

void Interpreter::widen(State& state, const State& before, std::uint32_t loop) {
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
  const bool guessed = state.find(slot(SlotKind::Loop, kGuessedRounds + loop)) != nullptr;
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
      if (guessed) walked_.insert(cell.term);
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
