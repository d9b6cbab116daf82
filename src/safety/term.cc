#include "safety/term.h"

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

TermTable::TermTable() { intern(TermOp::None, kNoTerm, kNoTerm, 0); }

TermId TermTable::intern(TermOp op, TermId a, TermId b, std::int64_t value, Range range) {
  const auto [entry, fresh] = known_.try_emplace({op, a, b, value}, static_cast<TermId>(terms_.size()));
  if (fresh) {
    terms_.push_back({op, a, b, value});
    ranges_.push_back(range);
    lasting_.push_back(false);
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

TermId TermTable::less(TermId a, TermId b) {
  if (a == kNoTerm || b == kNoTerm) return kNoTerm;
  const auto [left, left_offset] = split(a);
  const auto [right, right_offset] = split(b);
  if (left == right) return constant(left_offset < right_offset);
  return intern(TermOp::Less, a, b, 0);
}

TermId TermTable::equal(TermId a, TermId b) {
  if (a == kNoTerm || b == kNoTerm) return kNoTerm;
  const auto [left, left_offset] = split(a);
  const auto [right, right_offset] = split(b);
  if (left == right) return constant(left_offset == right_offset);
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
