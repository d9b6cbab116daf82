#include "safety/state.h"

#include <algorithm>

namespace hull::safety {

namespace {

constexpr Range kAll;

auto position(auto& entries, auto key) {
  return std::lower_bound(entries.begin(), entries.end(), key,
                          [](const auto& entry, const auto& wanted) { return entry.first < wanted; });
}

// Whether `a` says all that `b` says.
bool within(const Range& a, const Range& b) {
  return a.low >= b.low && a.high <= b.high && (!b.not_zero || !a.contains(0));
}

Range intersection(const Range& a, const Range& b) {
  Range both{.low = std::max(a.low, b.low),
             .high = std::min(a.high, b.high),
             .not_zero = a.not_zero || b.not_zero,
             .guess = (a.guess && (b.guess || !within(b, a))) || (b.guess && (a.guess || !within(a, b))),
             .loose = a.loose || b.loose};
  if (both.not_zero && both.low == 0) both.low = 1;
  if (both.not_zero && both.high == 0) both.high = -1;
  return both;
}

}  // namespace

const Cell* State::find(Slot slot) const {
  const auto found = position(entries_, slot);
  return found != entries_.end() && found->first == slot ? &found->second : nullptr;
}

void State::put(Slot slot, Cell cell) {
  const auto found = position(entries_, slot);
  if (found != entries_.end() && found->first == slot) {
    found->second = cell;
  } else {
    entries_.insert(found, {slot, cell});
  }
}

void State::drop(Slot slot) {
  const auto found = position(entries_, slot);
  if (found != entries_.end() && found->first == slot) entries_.erase(found);
}

void State::drop_range(Slot first, Slot last) {
  entries_.erase(position(entries_, first), position(entries_, last));
}

bool State::knows_any(Slot first, Slot last) const {
  const auto found = position(entries_, first);
  return found != entries_.end() && found->first < last;
}

namespace {

class Hash {
 public:
  void add(std::uint64_t value) {
    hash_ = (hash_ ^ value) * 0x9E3779B97F4A7C15u;
    hash_ ^= hash_ >> 29;
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0;
};

}  // namespace

std::uint64_t State::ranges_hash() const {
  Hash hash;
  for (const auto& [term, range] : ranges_) {
    hash.add((std::uint64_t{term} << 3) | (range.not_zero ? 4U : 0U) | (range.guess ? 2U : 0U) |
             (range.loose ? 1U : 0U));
    hash.add(static_cast<std::uint64_t>(range.low));
    hash.add(static_cast<std::uint64_t>(range.high));
  }
  return hash.value();
}

std::uint64_t State::entries_hash() const {
  Hash hash;
  hash.add(effects);
  for (const auto& [where, cell] : entries_) {
    hash.add(where);
    hash.add((std::uint64_t{cell.refers} << 32) | cell.term);
  }
  return hash.value();
}

std::uint64_t State::hash() const {
  Hash hash;
  hash.add(entries_hash());
  hash.add(ranges_hash());
  for (const auto& [term, truth] : relations_) hash.add((std::uint64_t{term} << 1) | (truth ? 1U : 0U));
  hash.add(learned_.size());
  for (const auto& [term, truth] : learned_) hash.add((std::uint64_t{term} << 1) | (truth ? 1U : 0U));
  return hash.value();
}

Range State::range(const TermTable& terms, TermId id) const {
  const Term& term = terms[id];
  switch (term.op) {
    case TermOp::None:
      return {};
    case TermOp::Constant:
      return {.low = term.value, .high = term.value};
    case TermOp::Symbol: {
      const auto found = position(ranges_, id);
      const Range& own = found != ranges_.end() && found->first == id ? found->second : terms.start(id);
      const Computed* computed = terms.computed(id);
      if (!computed || own.constant()) return own;
      const Range both = intersection(own, computed_range(terms, *computed));
      return both.empty() ? own : both;
    }
    case TermOp::Sum: {
      Range range = this->range(terms, term.a);
      range.low = range.low == kAll.low ? range.low : saturated_sum(range.low, term.value);
      range.high = range.high == kAll.high ? range.high : saturated_sum(range.high, term.value);
      range.not_zero = false;
      return range;
    }
    case TermOp::Less:
    case TermOp::Equal:
    case TermOp::Not: {
      const auto known = truth(terms, id);
      if (!known) return {.low = 0, .high = 1};
      return {.low = *known, .high = *known};
    }
  }
  return {};
}

namespace {

// Ends of the number line stay there.
std::int64_t times(std::int64_t a, std::int64_t factor) {
  std::int64_t product = 0;
  if (a != kAll.low && a != kAll.high && !__builtin_mul_overflow(a, factor, &product)) return product;
  if (factor == 0) return 0;
  return (a < 0) == (factor < 0) ? kAll.high : kAll.low;
}

// The sum of two lower, or two upper bounds: what has no bound gives none.
std::int64_t bounds_sum(std::int64_t a, std::int64_t b, std::int64_t none) {
  return a == none || b == none ? none : saturated_sum(a, b);
}

}  // namespace

Range State::range(const TermTable& terms, const Linear& sum, std::int64_t constant) const {
  Range total{.low = constant, .high = constant};
  std::size_t unknown = 0;
  for (const auto& [symbol, factor] : sum) {
    const Range one = range(terms, symbol);
    const std::int64_t a = times(one.low, factor), b = times(one.high, factor);
    total.low = bounds_sum(total.low, std::min(a, b), kAll.low);
    total.high = bounds_sum(total.high, std::max(a, b), kAll.high);
    total.guess |= one.guess;
    total.loose |= one.loose;
    unknown += !one.constant();
  }
  // Not all of them need be as large as they can be at once, and what was asked of a part of the sum is not
  // seen here.
  total.loose |= unknown > 1 || (unknown > 0 && sum.size() > 1);
  return total;
}

// What follows for a symbol from what it was computed of.
Range State::computed_range(const TermTable& terms, const Computed& computed) const {
  if (computed.op == kAdd) return range(terms, computed.sum, 0);
  const Range a = range(terms, computed.a), b = range(terms, computed.b);
  Range result{.guess = a.guess || b.guess, .loose = a.loose || b.loose || (!a.constant() && !b.constant())};
  switch (computed.op) {
    case kMultiply: {
      const auto known = [](const Range& range) { return range.low != kAll.low; };
      if (!known(a) || !known(b) || a.low < 0 || b.low < 0) {
        if (!a.constant() || !b.constant()) break;
      }
      result.low = times(a.low, b.low);
      result.high = a.high == 0 || b.high == 0 ? 0 : b.high == kAll.high ? kAll.high : times(a.high, b.high);
      break;
    }
    case kDivide:
      if (b.low <= 0 || a.low < 0) {
        if (a.constant() && b.constant() && b.low != 0) result.low = result.high = a.low / b.low;
        break;
      }
      result.low = b.high == kAll.high ? 0 : a.low / b.high;
      result.high = a.high == kAll.high ? kAll.high : a.high / b.low;
      break;
    case kRemainder:
      if (a.constant() && b.constant() && b.low != 0) {
        result.low = result.high = a.low % b.low;
        break;
      }
      if (b.low <= 0) break;
      if (a.low > -b.low && a.high < b.low) return a;
      result.loose = true;
      result.low = a.low >= 0 ? 0 : b.high == kAll.high ? kAll.low : -(b.high - 1);
      result.high = b.high == kAll.high ? kAll.high : b.high - 1;
      if (a.low >= 0) result.high = std::min(result.high, a.high);
      break;
    case kBitAnd:
      if (a.constant() && b.constant()) {
        result.low = result.high = a.low & b.low;
        break;
      }
      result.loose = true;
      if (a.low >= 0 || b.low >= 0) result.low = 0;
      if (a.low >= 0) result.high = a.high;
      if (b.low >= 0) result.high = std::min(result.high, b.high);
      break;
    default:
      break;
  }
  return result;
}

std::optional<bool> State::truth(const TermTable& terms, TermId id) const {
  const Term& term = terms[id];
  switch (term.op) {
    case TermOp::None:
      return std::nullopt;
    case TermOp::Constant:
      return term.value != 0;
    case TermOp::Symbol:
    case TermOp::Sum: {
      const Range range = this->range(terms, id);
      if (range.low > 0 || range.high < 0 || range.not_zero) return true;
      if (range.low == 0 && range.high == 0) return false;
      return std::nullopt;
    }
    case TermOp::Not: {
      const auto inner = truth(terms, term.a);
      if (!inner) return std::nullopt;
      return !*inner;
    }
    case TermOp::Less: {
      const auto found = position(relations_, id);
      if (found != relations_.end() && found->first == id) return found->second;
      const Range a = range(terms, term.a), b = range(terms, term.b);
      if (a.high < b.low) return true;
      if (a.low >= b.high) return false;
      const auto [left, more] = terms.split(term.a);
      const auto [right, limit] = terms.split(term.b);
      const Range apart = difference(terms, left, right);
      const std::int64_t bound = saturated_difference(limit, more);
      if (apart.high < bound) return true;
      if (apart.low >= bound) return false;
      if (terms.computed(terms.split(term.a).first) || terms.computed(terms.split(term.b).first)) {
        if (const auto by = terms.difference(term.b, term.a)) {
          const Range room = range(terms, by->first, by->second);
          if (room.low >= 1) return true;
          if (room.high <= 0) return false;
        }
      }
      return std::nullopt;
    }
    case TermOp::Equal: {
      const auto found = position(relations_, id);
      if (found != relations_.end() && found->first == id) return found->second;
      const Range a = range(terms, term.a), b = range(terms, term.b);
      if (a.constant() && b.constant()) return a.low == b.low;
      if (a.high < b.low || b.high < a.low) return false;
      if (b.constant() && !a.contains(b.low)) return false;
      const auto [left, more] = terms.split(term.a);
      const auto [right, limit] = terms.split(term.b);
      const Range apart = difference(terms, left, right);
      const std::int64_t bound = saturated_difference(limit, more);
      if (apart.high < bound || apart.low > bound) return false;
      if (apart.low == bound && apart.high == bound) return true;
      return std::nullopt;
    }
  }
  return std::nullopt;
}

Range State::difference(const TermTable& terms, TermId a, TermId b) const {
  Range range;
  bool differ = false;
  if (a == kNoTerm || b == kNoTerm) return range;
  const auto at_most = [&](std::int64_t value) { range.high = std::min(range.high, value); };
  const auto at_least = [&](std::int64_t value) { range.low = std::max(range.low, value); };
  for (const auto& [comparison, truth] : relations_) {
    const Term& term = terms[comparison];
    const auto [left, more] = terms.split(term.a);
    const auto [right, limit] = terms.split(term.b);
    const bool same = left == a && right == b;
    if (!same && (left != b || right != a)) continue;
    // Of `left - right`.
    const std::int64_t bound = saturated_difference(limit, more);
    if (term.op == TermOp::Equal) {
      differ |= !truth;
      if (!truth) continue;
      at_most(same ? bound : -bound);
      at_least(same ? bound : -bound);
    } else if (truth == same) {
      same ? at_most(bound - 1) : at_most(-bound);
    } else {
      same ? at_least(bound) : at_least(1 - bound);
    }
  }
  // What was computed of the two and asked about. That an unsigned number is not below 0 says nothing.
  for (const bool never_below_zero : {false, true}) {
    for (const bool same : {true, false}) {
      const TermId apart = same ? terms.known_difference(a, b, never_below_zero)
                                : terms.known_difference(b, a, never_below_zero);
      const auto found = apart == kNoTerm ? ranges_.end() : position(ranges_, apart);
      if (found == ranges_.end() || found->first != apart || found->second.guess) continue;
      const Range& known = found->second;
      const std::int64_t low = known.low == 0 && known.not_zero ? 1 : known.low;
      if (low > 0 || (!never_below_zero && low != kAll.low)) same ? at_least(low) : at_most(-low);
      if (known.high != kAll.high && !known.loose) same ? at_most(known.high) : at_least(-known.high);
    }
  }
  if (!differ) return range;
  for (const auto& [comparison, truth] : relations_) {
    const Term& term = terms[comparison];
    if (term.op != TermOp::Equal || truth) continue;
    const auto [left, more] = terms.split(term.a);
    const auto [right, limit] = terms.split(term.b);
    const bool same = left == a && right == b;
    if (!same && (left != b || right != a)) continue;
    const std::int64_t never = same ? saturated_difference(limit, more) : saturated_difference(more, limit);
    if (range.high == never) --range.high;
    if (range.low == never) ++range.low;
  }
  return range;
}

std::optional<bool> State::asked(TermId comparison) const {
  const auto found = position(relations_, comparison);
  if (found == relations_.end() || found->first != comparison) return std::nullopt;
  return found->second;
}

std::optional<bool> State::learned(TermId comparison) const {
  const auto found = position(learned_, comparison);
  if (found == learned_.end() || found->first != comparison) return std::nullopt;
  return found->second;
}

void State::learn(TermTable& terms, TermId id, bool truth) {
  if (terms[id].op != TermOp::Equal && terms[id].op != TermOp::Less) return;
  const auto found = position(learned_, id);
  if (learned_.size() < kMostLearned && (found == learned_.end() || found->first != id))
    learned_.insert(found, {id, truth});
}

bool State::narrow(const TermTable& terms, TermId id, Range to) {
  const auto [symbol, offset] = terms.split(id);
  if (symbol == kNoTerm) return to.contains(offset);
  if (terms[symbol].op != TermOp::Symbol) return true;
  if (offset != 0) {
    if (to.low != kAll.low) to.low = saturated_sum(to.low, -offset);
    if (to.high != kAll.high) to.high = saturated_sum(to.high, -offset);
    to.not_zero = false;
  }
  const Range now = intersection(range(terms, symbol), to);
  if (now.empty()) return false;
  const auto found = position(ranges_, symbol);
  if (found != ranges_.end() && found->first == symbol) {
    found->second = now;
  } else {
    ranges_.insert(found, {symbol, now});
  }
  // What is not equal does not have the same value.
  const bool equal = now.constant() && std::ranges::any_of(relations_, [&](const auto& relation) {
                       const Term& term = terms[relation.first];
                       if (relation.second || term.op != TermOp::Equal) return false;
                       if (terms.split(term.a).first != symbol && terms.split(term.b).first != symbol)
                         return false;
                       const Range a = range(terms, term.a), b = range(terms, term.b);
                       return a.constant() && b.constant() && a.low == b.low;
                     });
  if (equal) return false;
  // What is known of `-n` or `2 * n` is known of `n`.
  const Computed* computed = terms.computed(symbol);
  if (!computed || computed->op != kAdd || computed->sum.size() != 1) return true;
  const auto [part, factor] = computed->sum.front();
  const auto quotient = [&, factor = factor](std::int64_t bound, bool up) {
    const std::int64_t down = bound / factor - (bound % factor != 0 && (bound < 0) != (factor < 0));
    return down + (up && bound % factor != 0);
  };
  const std::int64_t first = factor > 0 ? to.low : to.high, last = factor > 0 ? to.high : to.low;
  Range within{.guess = to.guess, .loose = to.loose};
  if (first != kAll.low && first != kAll.high) within.low = quotient(first, true);
  if (last != kAll.low && last != kAll.high) within.high = quotient(last, false);
  return narrow(terms, part, within);
}

bool State::assume(TermTable& terms, TermId id, bool truth, bool guess) {
  if (id == kNoTerm) return true;
  const Term term = terms[id];
  if (term.op == TermOp::Not) return assume(terms, term.a, !truth, guess);
  if (const auto known = this->truth(terms, id)) return *known == truth;
  const auto relate = [&] {
    const auto found = position(relations_, id);
    if (found == relations_.end() || found->first != id) relations_.insert(found, {id, truth});
  };
  switch (term.op) {
    case TermOp::Symbol:
    case TermOp::Sum: {
      Range to{.guess = guess};
      if (truth) {
        if (term.op == TermOp::Sum) {
          const Range now = range(terms, id);
          if (now.low == 0) {
            to.low = 1;
          } else if (now.high == 0) {
            to.high = -1;
          } else {
            return true;
          }
          return narrow(terms, id, to);
        }
        to.not_zero = true;
      } else {
        to.low = to.high = 0;
      }
      return narrow(terms, id, to);
    }
    case TermOp::Less: {
      const Range a = range(terms, term.a), b = range(terms, term.b);
      Range left{.guess = guess, .loose = !b.constant()}, right{.guess = guess};
      if (truth) {  // a < b
        if (b.high != kAll.high) left.high = saturated_sum(b.high, -1);
        if (a.low != kAll.low) right.low = saturated_sum(a.low, 1);
      } else {  // a >= b
        left.loose = false;
        left.low = b.low;
        right.high = a.high;
        right.loose = !a.constant();
      }
      if (!narrow(terms, term.a, left) || !narrow(terms, term.b, right)) return false;
      if (!terms.value(term.a) && !terms.value(term.b)) relate();
      return true;
    }
    case TermOp::Equal: {
      const Range a = range(terms, term.a), b = range(terms, term.b);
      if (truth) {
        Range to_b = b, to_a = a;
        to_b.guess = to_a.guess = guess;
        to_b.loose = to_a.loose = false;
        if (!narrow(terms, term.a, to_b) || !narrow(terms, term.b, to_a)) return false;
      } else if (const auto constant = terms.value(term.b)) {
        Range to{.guess = guess};
        if (a.high == *constant)
          to.high = *constant - 1;
        else if (a.low == *constant)
          to.low = *constant + 1;
        const auto [symbol, offset] = terms.split(term.a);
        if (*constant == 0 && offset == 0) to.not_zero = true;
        if (!narrow(terms, term.a, to)) return false;
        // That `size - i` is not 2 says the same of `size` and `i`.
        const auto apart = terms.computed(symbol) ? terms.difference(term.a, term.b) : std::nullopt;
        if (apart && apart->first.size() == 2 && apart->first[0].second + apart->first[1].second == 0 &&
            std::abs(apart->first[0].second) == 1) {
          const bool first = apart->first[0].second == 1;
          const TermId more = apart->first[first ? 0 : 1].first, less = apart->first[first ? 1 : 0].first;
          if (!assume(terms, terms.equal(terms.sum(more, apart->second), less), false, guess)) return false;
        }
      }
      relate();
      return true;
    }
    default:
      return true;
  }
}

void State::confirm(const TermTable& terms, TermId id) {
  const Term& term = terms[id];
  switch (term.op) {
    case TermOp::Symbol:
      if (const auto found = position(ranges_, id); found != ranges_.end() && found->first == id) {
        found->second.guess = false;
      } else if (terms.start(id).guess) {
        Range range = terms.start(id);
        range.guess = false;
        ranges_.insert(found, {id, range});
      }
      return;
    case TermOp::Sum:
    case TermOp::Not:
      return confirm(terms, term.a);
    case TermOp::Less:
    case TermOp::Equal:
      confirm(terms, term.a);
      confirm(terms, term.b);
      return;
    default:
      return;
  }
}

void State::forget_unused(const TermTable& terms, TermMarks& held) {
  if (knows_any(slot(SlotKind::OfElement, 0), ~Slot{0})) {
    held.clear(terms.size());
    for (const auto& [where, cell] : entries_) {
      if (holds_value(where) && cell.term != kNoTerm) held.add(cell.term);
    }
    std::erase_if(entries_, [&](const auto& entry) {
      return kind_of(entry.first) == SlotKind::OfElement && !held.contains(index_of(entry.first));
    });
  }
  if (ranges_.empty() && relations_.empty() && learned_.empty()) return;
  held.clear(terms.size());
  const auto keep = [&](auto&& self, TermId id) -> void {
    if (id == kNoTerm || held.contains(id)) return;
    const Term& term = terms[id];
    if (term.op == TermOp::Constant) return;
    held.add(id);
    if (term.op == TermOp::Symbol) {
      if (const Computed* computed = terms.computed(id)) {
        for (const auto& [part, times] : computed->sum) self(self, part);
        self(self, computed->a);
        self(self, computed->b);
      }
      return;
    }
    self(self, term.a);
    self(self, term.b);
  };
  for (const auto& [where, cell] : entries_) keep(keep, cell.term);
  const auto symbol_of = [&](TermId id) { return terms.split(id).first; };
  const auto forgotten = [&](const auto& relation) {
    if (held.contains(relation.first)) return false;
    const Term& term = terms[relation.first];
    const TermId a = symbol_of(term.a), b = symbol_of(term.b);
    // What the caller knows by name stays true of the way that was taken.
    if (a != kNoTerm && b != kNoTerm && terms.lasting(a) && terms.lasting(b)) return false;
    return !((a != kNoTerm && held.contains(a)) || (b != kNoTerm && held.contains(b)));
  };
  std::erase_if(relations_, forgotten);
  std::erase_if(learned_, forgotten);
  // How far two are apart can be asked for as long as both are there.
  const auto apart = [&](TermId symbol) {
    const Computed* computed = terms.computed(symbol);
    return computed && computed->op == kAdd && computed->sum.size() == 2 &&
           std::ranges::all_of(computed->sum, [&](const auto& part) {
             return held.contains(part.first) || terms.lasting(part.first);
           });
  };
  std::erase_if(ranges_, [&](const auto& entry) {
    return !held.contains(entry.first) && !terms.lasting(entry.first) && !apart(entry.first);
  });
}

}  // namespace hull::safety
