#include "safety/invariant.h"

#include <algorithm>
#include <map>
#include <set>

namespace hull::safety {

namespace {

constexpr std::int64_t kFew = 8;  // Elements; of bytes it may be more.

bool is_member(const SummaryPath& path) {
  return path.parameter == 0 && path.steps.size() > 1 && path.steps.front().first == Step::Pointee;
}

bool sure(const Outcome& outcome) { return outcome.doubt < Doubt::Rounds; }

class Members {
 public:
  explicit Members(std::span<const Method> methods) : methods_(methods) { learn(); }

  std::vector<BrokenInvariant> broken() {
    std::vector<BrokenInvariant> found;
    for (const Method& method : methods_) {
      for (const SummaryAsk& ask : method.summary->asks) {
        if (method.constructs || !about_members(ask) || !established(ask)) continue;
        if (asks_too_little(ask)) {
          found.push_back({finding(ask), 0, ""});
          continue;
        }
        if (told(ask)) continue;
        for (const Method& other : methods_) {
          if (other.constructs || !other.changes || !breaks(other, ask)) continue;
          if (std::none_of(found.begin(), found.end(),
                           [&](const auto& known) { return known.finding.where == ask.where; }))
            found.push_back({finding(ask), other.where, other.summary->name});
          break;
        }
      }
    }
    return found;
  }

 private:
  // What a member was when the method began.
  TermId symbol(const SummaryPath& path) {
    const auto [entry, fresh] = symbols_.try_emplace(path, kNoTerm);
    if (fresh) {
      const bool count = !path.steps.empty() && path.steps.back().first != Step::Field;
      entry->second = terms_.symbol(count ? Range{.low = 0} : Range{});
    }
    return entry->second;
  }

  TermId number(const SummaryNumber& number, const std::map<SummaryPath, TermId>* instead = nullptr) {
    const auto at = [&](const SummaryPath& path) {
      if (instead) {
        const auto found = instead->find(path);
        return found == instead->end() ? kNoTerm : found->second;
      }
      const auto alias = alias_.find(path);
      return alias == alias_.end() ? symbol(path) : alias->second;
    };
    if (number.path) return terms_.sum(at(*number.path), number.offset);
    if (number.how.empty()) return terms_.constant(number.offset);
    std::vector<TermId> stack;
    for (const SummaryOperation& step : number.how) {
      if (step.operand) {
        stack.push_back(step.path.parameter == SummaryPath::kNumber ? terms_.constant(step.constant)
                                                                    : at(step.path));
        if (stack.back() == kNoTerm) return kNoTerm;
        continue;
      }
      if (stack.size() < 2) return kNoTerm;
      const TermId b = stack.back();
      stack.pop_back();
      stack.back() =
          step.op == kAdd ? terms_.add(stack.back(), b, 1) : terms_.compute(step.op, stack.back(), b);
    }
    return stack.size() == 1 ? terms_.sum(stack.back(), number.offset) : kNoTerm;
  }

  TermId value(const SummaryValue& value, const std::map<SummaryPath, TermId>* instead = nullptr) {
    switch (value.term) {
      case SummaryValue::Term::Constant:
        return terms_.constant(value.constant);
      case SummaryValue::Term::Initial:
        return number({value.initial, value.offset, {}}, instead);
      case SummaryValue::Term::Computed:
        return number({std::nullopt, value.offset, value.how}, instead);
      default:
        return kNoTerm;
    }
  }

  // What the outcome leaves at the path; nothing when it leaves what was there.
  static const SummaryValue* stored(const Outcome& outcome, const SummaryPath& path) {
    const auto at = [&](const SummaryPath& wanted) -> const SummaryValue* {
      const auto found = std::find_if(outcome.stores.begin(), outcome.stores.end(),
                                      [&](const auto& store) { return store.first == wanted; });
      return found == outcome.stores.end() ? nullptr : &found->second;
    };
    if (path.steps.empty() || path.steps.back().first != Step::Extent) return at(path);
    // Of an array that was made: as many as it was made with.
    SummaryPath pointer = path;
    pointer.steps.pop_back();
    const SummaryValue* const given = at(pointer);
    if (!given || given->refers.size() != 1 || given->refers.front().parameter != SummaryPath::kMade)
      return given;
    SummaryPath made = given->refers.front();
    made.steps.assign(1, {Step::Cursor, nullptr});
    const SummaryValue* const size = at(made);
    return size ? size : given;
  }

  // The same as a term. kNoTerm when nobody can say.
  TermId after(const Outcome& outcome, const SummaryNumber& wanted) {
    std::map<SummaryPath, TermId> now;
    const auto add = [&](const SummaryPath& path) {
      const SummaryValue* const left = stored(outcome, path);
      const auto alias = alias_.find(path);
      const TermId before = alias == alias_.end() ? symbol(path) : alias->second;
      if (const TermId term = left ? value(*left) : before; term != kNoTerm) now.emplace(path, term);
    };
    if (wanted.path) add(*wanted.path);
    for (const SummaryOperation& step : wanted.how) {
      if (step.operand && step.path.parameter != SummaryPath::kNumber) add(step.path);
    }
    return number(wanted, &now);
  }

  static bool about_members(const SummaryNumber& number) {
    if (number.path) return is_member(*number.path);
    return std::all_of(number.how.begin(), number.how.end(), [](const SummaryOperation& step) {
      return !step.operand || step.path.parameter == SummaryPath::kNumber || is_member(step.path);
    });
  }
  static bool about_members(const SummaryAsk& ask) {
    if (ask.kind == SummaryAsk::Kind::NotNull) return false;
    return about_members(ask.index) && about_members(ask.size) &&
           (!ask.index.constant() || ask.kind == SummaryAsk::Kind::NonEmpty);
  }

  std::set<SummaryPath> members_of(const SummaryAsk& ask) const {
    std::set<SummaryPath> members;
    for (const SummaryNumber* number : {&ask.index, &ask.size}) {
      if (number->path) members.insert(*number->path);
      for (const SummaryOperation& step : number->how) {
        if (step.operand && is_member(step.path)) members.insert(step.path);
      }
    }
    return members;
  }

  // Members that are what others are, from the constructor on: the size of a buffer, and what it was made
  // with.
  void learn() {
    const Outcome* only = nullptr;
    for (const Method& method : methods_) {
      if (!method.constructs) continue;
      for (const Outcome& outcome : method.summary->outcomes) {
        if (!sure(outcome)) continue;
        if (only) return;
        only = &outcome;
      }
    }
    if (!only) return;
    const auto stays = [&](const SummaryPath& path) {
      return std::all_of(methods_.begin(), methods_.end(), [&](const Method& method) {
        return method.constructs ||
               std::all_of(method.summary->outcomes.begin(), method.summary->outcomes.end(),
                           [&](const Outcome& outcome) { return !stored(outcome, path); });
      });
    };
    std::map<SummaryPath, TermId> given;  // Parameters, and the members that they are kept in.
    for (const auto& [path, value] : only->stores) {
      if (is_member(path) && value.term == SummaryValue::Term::Initial && value.offset == 0 &&
          value.initial.parameter != 0 && stays(path))
        given.try_emplace(value.initial, symbol(path));
    }
    std::vector<SummaryPath> counts;
    for (const auto& [path, value] : only->stores) {
      if (!is_member(path)) continue;
      if (path.steps.back().first == Step::Cursor) counts.push_back(path);
      if (value.refers.size() == 1 && value.refers.front().parameter == SummaryPath::kMade) {
        counts.push_back(path);
        counts.back().steps.emplace_back(Step::Extent, nullptr);
      }
    }
    for (const SummaryPath& path : counts) {
      const SummaryValue* const size = stored(*only, path);
      if (const TermId term = size && stays(path) ? value(*size, &given) : kNoTerm; term != kNoTerm)
        alias_.emplace(path, term);
    }
  }

  // `size - index` must be at least 1.
  std::optional<std::pair<Linear, std::int64_t>> room(const SummaryAsk& ask, TermId index,
                                                      TermId size) const {
    if (index == kNoTerm || size == kNoTerm) return std::nullopt;
    auto room = terms_.difference(size, index);
    if (room && ask.kind == SummaryAsk::Kind::Room) ++room->second;
    return room;
  }

  // An object that was just made does not break it; where elements must be there, there are some.
  bool established(const SummaryAsk& ask) {
    bool any = false;
    for (const Method& method : methods_) {
      if (!method.constructs) continue;
      for (const Outcome& outcome : method.summary->outcomes) {
        if (!sure(outcome)) continue;
        any = true;
        const auto left = room(ask, after(outcome, ask.index), after(outcome, ask.size));
        const Range range = left ? State().range(terms_, left->first, left->second) : Range{};
        if (range.high <= 0 || (ask.kind == SummaryAsk::Kind::NonEmpty && range.low < 1)) return false;
      }
    }
    return any || ask.kind != SummaryAsk::Kind::NonEmpty;
  }

  // Whether a method that changes nothing tells users how it stands with what is asked.
  bool told(const SummaryAsk& ask) const {
    const std::set<SummaryPath> members = members_of(ask);
    const auto among = [&](const SummaryPath& path) { return members.contains(path); };
    const auto computed = [&](const std::vector<SummaryOperation>& how) {
      return std::any_of(how.begin(), how.end(),
                         [&](const auto& step) { return step.operand && among(step.path); });
    };
    return std::any_of(methods_.begin(), methods_.end(), [&](const Method& method) {
      if (method.constructs || method.changes) return false;
      return std::any_of(
          method.summary->outcomes.begin(), method.summary->outcomes.end(), [&](const Outcome& one) {
            const auto result = std::find_if(one.stores.begin(), one.stores.end(), [](const auto& store) {
              return store.first.parameter == SummaryPath::kResult && store.first.steps.empty();
            });
            if (result == one.stores.end()) return false;
            const SummaryValue& value = result->second;
            if (value.term == SummaryValue::Term::Initial) return among(value.initial);
            if (value.term == SummaryValue::Term::Computed) return computed(value.how);
            return value.term == SummaryValue::Term::Constant && method.summary->outcomes.size() > 1 &&
                   (std::any_of(one.when.begin(), one.when.end(),
                                [&](const auto& condition) { return among(std::get<0>(condition)); }) ||
                    std::any_of(one.relations.begin(), one.relations.end(),
                                [&](const SummaryRelation& relation) {
                                  return among(relation.a.path) || among(relation.b.path);
                                }));
          });
    });
  }

  TermId side(const SummaryRelation::Side& side) {
    if (side.address) return kNoTerm;
    if (!side.how.empty()) return number({std::nullopt, side.offset, side.how});
    if (side.path.parameter == SummaryPath::kNumber) return terms_.constant(side.offset);
    return number({side.path, side.offset, {}});
  }

  // What the way says of members. False when it cannot be.
  bool assume(State& state, const std::vector<SummaryCondition>& when,
              const std::vector<SummaryRelation>& relations) {
    for (const auto& [path, low, high, not_zero] : when) {
      const TermId term = number({path, 0, {}});
      if (!state.narrow(terms_, term, {.low = low, .high = high, .not_zero = not_zero})) return false;
    }
    return std::all_of(relations.begin(), relations.end(), [&](const SummaryRelation& relation) {
      const TermId a = side(relation.a), b = side(relation.b);
      const TermId term = relation.op == TermOp::Less ? terms_.less(a, b) : terms_.equal(a, b);
      return state.assume(terms_, term, relation.truth);
    });
  }

  // How much room there is at least, by what was asked on the way.
  std::optional<std::int64_t> least(const State& state, const Linear& room, std::int64_t constant) const {
    std::optional<std::int64_t> most;
    const auto at_least = [&](std::int64_t value) { most = std::max(most.value_or(value), value); };
    if (room.size() == 1) {
      const auto [symbol, factor] = room.front();
      const Range range = state.range(terms_, symbol), start = terms_.start(symbol);
      if (factor == 1 && range.low > start.low) at_least(saturated_sum(range.low, constant));
      if (factor == -1 && range.high < start.high) at_least(saturated_sum(-range.high, constant));
    }
    for (const auto& [comparison, truth] : state.relations()) {
      const Term& term = terms_[comparison];
      const bool less = term.op == TermOp::Less;
      if (!less && (term.op != TermOp::Equal || truth)) continue;
      for (const bool turned : {false, true}) {
        if (less && turned == truth) continue;
        const auto known = turned ? terms_.difference(term.a, term.b) : terms_.difference(term.b, term.a);
        if (known && known->first == room)
          at_least(least_of(room, (less ? truth : 1) - known->second) + constant);
      }
    }
    return most;
  }

  // Whether the method may leave too little room, by a bound that is written in it, and what asks for it does
  // not look.
  bool breaks(const Method& method, const SummaryAsk& ask) {
    const auto before = room(ask, number(ask.index), number(ask.size));
    if (!before) return false;
    return std::any_of(method.summary->outcomes.begin(), method.summary->outcomes.end(),
                       [&](const Outcome& outcome) {
                         if (!sure(outcome)) return false;
                         const auto left = room(ask, after(outcome, ask.index), after(outcome, ask.size));
                         if (!left || *left == *before) return false;
                         std::optional<std::int64_t> rest;
                         State state;
                         if (left->first.empty()) {
                           if (ask.kind == SummaryAsk::Kind::NonEmpty) rest = left->second;
                         } else if (assume(state, outcome.when, outcome.relations)) {
                           rest = least(state, left->first, left->second);
                         }
                         if (!rest || *rest > 0 || (*rest <= -kFew && ask.kind != SummaryAsk::Kind::Room))
                           return false;
                         State then;
                         if (!assume(then, ask.when, ask.relations)) return false;
                         const std::int64_t left_over = *rest - (ask.kind == SummaryAsk::Kind::Room);
                         const TermId index = number(ask.index), size = number(ask.size);
                         return then.assume(terms_, terms_.equal(terms_.sum(index, left_over), size), true);
                       });
  }

  // Whether the bound that is written where it is asked leaves too little room.
  bool asks_too_little(const SummaryAsk& ask) {
    State state;
    const auto wanted = room(ask, number(ask.index), number(ask.size));
    if (!wanted || wanted->first.empty() || ask.relations.empty() || !assume(state, ask.when, ask.relations))
      return false;
    const auto rest = least(state, wanted->first, wanted->second);
    return rest && *rest <= 0;
  }

  static Finding finding(const SummaryAsk& ask) {
    Wrong wrong = Wrong::Empty;
    if (ask.kind == SummaryAsk::Kind::Index) wrong = Wrong::OutOfBounds;
    if (ask.kind == SummaryAsk::Kind::Room) wrong = Wrong::TooLarge;
    return {.wrong = wrong, .where = ask.where, .word = ask.word, .limit = -1, .counted = ask.counted};
  }

  std::span<const Method> methods_;
  TermTable terms_;
  std::map<SummaryPath, TermId> symbols_;
  std::map<SummaryPath, TermId> alias_;  ///< Members that never change, by others.
};

}  // namespace

std::vector<BrokenInvariant> broken_invariants(std::span<const Method> methods) {
  return Members(methods).broken();
}

}  // namespace hull::safety
