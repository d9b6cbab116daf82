#include "safety/term.h"

#include <algorithm>
#include <numeric>

namespace hull::safety {

std::int64_t saturated_sum(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (!__builtin_add_overflow(a, b, &sum)) return sum;
  return a < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

std::int64_t saturated_difference(std::int64_t a, std::int64_t b) {
  std::int64_t difference = 0;
  if (!__builtin_sub_overflow(a, b, &difference)) return difference;
  return a < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

std::int64_t least_of(const Linear& sum, std::int64_t bound) {
  std::int64_t unit = 0;
  for (const auto& [symbol, factor] : sum) unit = std::gcd(unit, factor);
  if (unit <= 1) return bound;
  const std::int64_t over = (bound % unit + unit) % unit;
  return over == 0 ? bound : saturated_sum(bound, unit - over);
}

Linear difference(const Linear& a, const Linear& b) {
  Linear left;
  auto x = a.begin(), y = b.begin();
  while (x != a.end() || y != b.end()) {
    if (y == b.end() || (x != a.end() && x->first < y->first)) {
      left.push_back(*x++);
    } else if (x == a.end() || y->first < x->first) {
      left.emplace_back(y->first, -y->second);
      ++y;
    } else {
      if (x->second != y->second) left.emplace_back(x->first, x->second - y->second);
      ++x, ++y;
    }
  }
  return left;
}

TermTable::TermTable() { intern(TermOp::None, kNoTerm, kNoTerm, 0); }

TermId TermTable::intern(TermOp op, TermId a, TermId b, std::int64_t value, Range range) {
  const auto [entry, fresh] = known_.try_emplace({op, a, b, value}, static_cast<TermId>(terms_.size()));
  if (fresh) {
    terms_.push_back({op, a, b, value});
    ranges_.push_back(range);
    lasting_.push_back(false);
    computed_of_.push_back(0);
  }
  return entry->second;
}

TermId TermTable::constant(std::int64_t value) {
  return intern(TermOp::Constant, kNoTerm, kNoTerm, value, {.low = value, .high = value});
}

// Every symbol is another one: there is nothing to look up.
TermId TermTable::symbol(Range range) {
  terms_.push_back({TermOp::Symbol, kNoTerm, kNoTerm, ++symbols_});
  ranges_.push_back(range);
  lasting_.push_back(false);
  computed_of_.push_back(0);
  return static_cast<TermId>(terms_.size() - 1);
}

TermId TermTable::named(std::uint64_t kind, std::uint64_t key, std::uint64_t more, Range range) {
  const auto [entry, fresh] = named_.try_emplace({kind, key, more}, kNoTerm);
  if (fresh) {
    entry->second = symbol(range);
    lasting_[entry->second] = true;
  }
  return entry->second;
}

TermId TermTable::sum(TermId a, std::int64_t value) {
  if (a == kNoTerm || value == 0) return a;
  const Term term = terms_[a];
  if (term.op == TermOp::Constant) return constant(saturated_sum(term.value, value));
  if (term.op == TermOp::Sum) {
    const std::int64_t total = saturated_sum(term.value, value);
    return total == 0 ? term.a : intern(TermOp::Sum, term.a, kNoTerm, total);
  }
  if (term.op != TermOp::Symbol) return kNoTerm;
  return intern(TermOp::Sum, a, kNoTerm, value);
}

// --- sums and products --------------------------------------------------------------------------------

namespace {

constexpr std::size_t kMostSymbols = 6;

}  // namespace

// The term as a sum.
std::optional<TermTable::Form> TermTable::form(TermId id) const {
  const auto [symbol, offset] = split(id);
  if (symbol == kNoTerm) return id == kNoTerm ? std::nullopt : std::optional<Form>({{}, offset});
  if (terms_[symbol].op != TermOp::Symbol) return std::nullopt;
  const Computed* known = computed(symbol);
  return Form{known && known->op == kAdd ? known->sum : Linear{{symbol, 1}}, offset};
}

// False when numbers get too large.
bool TermTable::add_to(Form& form, const Form& other, std::int64_t factor) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(other.constant, factor, &product) ||
      __builtin_add_overflow(form.constant, product, &form.constant))
    return false;
  for (const auto& [symbol, times] : other.symbols) {
    if (__builtin_mul_overflow(times, factor, &product)) return false;
    const auto at = std::lower_bound(form.symbols.begin(), form.symbols.end(), symbol,
                                     [](const auto& entry, TermId wanted) { return entry.first < wanted; });
    if (at == form.symbols.end() || at->first != symbol) {
      form.symbols.insert(at, {symbol, product});
    } else if (__builtin_add_overflow(at->second, product, &at->second)) {
      return false;
    } else if (at->second == 0) {
      form.symbols.erase(at);
    }
  }
  return form.symbols.size() <= kMostSymbols;
}

TermId TermTable::computed_symbol(Computed computed, Range range) {
  const auto lasts = [&](TermId id) {
    const TermId symbol = split(id).first;
    return symbol == kNoTerm || lasting_[symbol];
  };
  const bool lasting = computed.op == kAdd ? std::all_of(computed.sum.begin(), computed.sum.end(),
                                                         [&](const auto& one) { return lasts(one.first); })
                                           : lasts(computed.a) && lasts(computed.b);
  const TermId made = symbol(range);
  lasting_[made] = lasting;
  computed_of_[made] = static_cast<std::uint32_t>(computed_.size());
  computed_.push_back(std::move(computed));
  return made;
}

TermId TermTable::term_of(const Form& form, Range range) {
  if (form.symbols.empty()) return constant(form.constant);
  if (form.symbols.size() == 1 && form.symbols.front().second == 1)
    return sum(form.symbols.front().first, form.constant);
  // What was never below 0 is another number than what may be.
  const auto [entry, fresh] = sums_.try_emplace({form.symbols, range.low == 0}, kNoTerm);
  if (fresh)
    entry->second = computed_symbol({.sum = form.symbols},
                                    {.low = range.low == 0 && form.constant == 0 ? 0 : Range{}.low});
  return sum(entry->second, form.constant);
}

TermId TermTable::add(TermId a, TermId b, std::int64_t factor, Range range) {
  auto left = form(a);
  const auto right = form(b);
  if (!left || !right || !add_to(*left, *right, factor)) return symbol(range);
  return term_of(*left, range);
}

// Of what is no sum.
TermId TermTable::result(Arithmetic op, TermId a, TermId b, Range range) {
  if ((op == kMultiply || op == kBitAnd) && b < a) std::swap(a, b);
  const auto [entry, fresh] = results_.try_emplace({op, a, b, range.low == 0}, kNoTerm);
  if (fresh) entry->second = computed_symbol({.op = op, .a = a, .b = b, .sum = {}}, range);
  return entry->second;
}

TermId TermTable::compute(Arithmetic op, TermId a, TermId b, Range range) {
  const auto left = form(a), right = form(b);
  if (!left || !right) return symbol(range);
  if (op == kMultiply) {
    const auto& [x, m] = *left;
    const auto& [y, n] = *right;
    Form product;
    bool fits = add_to(product, {x, 0}, n) && add_to(product, {y, 0}, m) &&
                !__builtin_mul_overflow(m, n, &product.constant);
    if (n == 0 || m == 0) std::erase_if(product.symbols, [](const auto& one) { return one.second == 0; });
    if (x.size() * y.size() > kMostSymbols) return symbol(range);
    for (const auto& [one, times] : x) {
      for (const auto& [other, more] : y) {
        std::int64_t factor = 0;
        fits = fits && !__builtin_mul_overflow(times, more, &factor) &&
               add_to(product, {{{result(kMultiply, one, other, range), 1}}, 0}, factor);
      }
    }
    return fits ? term_of(product, range) : symbol(range);
  }
  const auto divisor = value(b);
  if (op == kDivide && divisor && *divisor > 0) {
    const auto whole = [&](std::int64_t number) { return number % *divisor == 0; };
    if (whole(left->constant) && std::all_of(left->symbols.begin(), left->symbols.end(),
                                             [&](const auto& one) { return whole(one.second); })) {
      Form quotient = *left;
      quotient.constant /= *divisor;
      for (auto& [symbol, times] : quotient.symbols) times /= *divisor;
      return term_of(quotient, range);
    }
  }
  return result(op, a, b, range);
}

std::optional<std::pair<Linear, std::int64_t>> TermTable::difference(TermId a, TermId b) const {
  auto left = form(a);
  const auto right = form(b);
  if (!left || !right || !add_to(*left, *right, -1)) return std::nullopt;
  return std::pair(std::move(left->symbols), left->constant);
}

TermId TermTable::known_difference(TermId a, TermId b, bool never_below_zero) const {
  if (sums_.empty()) return kNoTerm;
  const Linear symbols = a < b ? Linear{{a, 1}, {b, -1}} : Linear{{b, -1}, {a, 1}};
  const auto found = sums_.find({symbols, never_below_zero});
  return found == sums_.end() ? kNoTerm : found->second;
}

// --- comparisons --------------------------------------------------------------------------------------

TermId TermTable::less(TermId a, TermId b) {
  if (a == kNoTerm || b == kNoTerm) return kNoTerm;
  const auto [left, left_offset] = split(a);
  const auto [right, right_offset] = split(b);
  if (left == right) return constant(left_offset < right_offset);
  if (computed(left) || computed(right)) {
    if (const auto by = difference(a, b); by && by->first.empty()) return constant(by->second < 0);
  }
  return intern(TermOp::Less, a, b, 0);
}

TermId TermTable::equal(TermId a, TermId b) {
  if (a == kNoTerm || b == kNoTerm) return kNoTerm;
  const auto [left, left_offset] = split(a);
  const auto [right, right_offset] = split(b);
  if (left == right) return constant(left_offset == right_offset);
  if (computed(left) || computed(right)) {
    if (const auto by = difference(a, b); by && by->first.empty()) return constant(by->second == 0);
  }
  // A constant stands on the right, else the smaller number on the left.
  if (terms_[a].op == TermOp::Constant || (terms_[b].op != TermOp::Constant && b < a)) std::swap(a, b);
  return intern(TermOp::Equal, a, b, 0);
}

TermId TermTable::known(TermOp op, TermId a, TermId b) const {
  if (op == TermOp::Equal &&
      (terms_[a].op == TermOp::Constant || (terms_[b].op != TermOp::Constant && b < a)))
    std::swap(a, b);
  const auto found = known_.find({op, a, b, 0});
  return found == known_.end() ? kNoTerm : found->second;
}

TermId TermTable::negated(TermId a) {
  if (a == kNoTerm) return kNoTerm;
  const Term term = terms_[a];
  if (term.op == TermOp::Constant) return constant(term.value == 0);
  if (term.op == TermOp::Not) return term.a;
  return intern(TermOp::Not, a, kNoTerm, 0);
}

std::optional<std::int64_t> TermTable::value(TermId id) const {
  if (terms_[id].op != TermOp::Constant) return std::nullopt;
  return terms_[id].value;
}

std::pair<TermId, std::int64_t> TermTable::split(TermId id) const {
  const Term& term = terms_[id];
  if (term.op == TermOp::Constant) return {kNoTerm, term.value};
  if (term.op == TermOp::Sum) return {term.a, term.value};
  return {id, 0};
}

}  // namespace hull::safety
