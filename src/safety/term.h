// Terms: what is known of numbers, truth values and identities, as small symbolic expressions.
//
// A symbol stands for a value that is not known; equal symbols are equal values. `n + 1`, `a < b`, `a == b`
// and
// `!a` are kept as what they are, so that a condition stored in a variable still says something about its
// operands when it is tested. Terms are interned: equal terms are equal numbers. What is computed of several
// symbols, `row * width + column`, is a symbol again, which knows of what: everything that goes for symbols
// goes for it.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace hull::safety {

using TermId = std::uint32_t;
inline constexpr TermId kNoTerm = 0;  ///< Nothing is known, not even an identity.

/// A closed interval, and whether 0 is taken out of it.
struct Range {
  std::int64_t low = std::numeric_limits<std::int64_t>::min();
  std::int64_t high = std::numeric_limits<std::int64_t>::max();
  bool not_zero = false;
  bool guess =
      false;  ///< Comes from a callee's case distinction, not from this function: proves nothing bad.
  /// The upper bound came from a comparison with a value that is not known: it need not be reached.
  bool loose = false;

  bool empty() const { return low > high || (not_zero && low == 0 && high == 0); }
  bool constant() const { return low == high; }
  bool contains(std::int64_t value) const {
    return low <= value && value <= high && !(not_zero && value == 0);
  }
  bool operator==(const Range&) const = default;
};

enum class TermOp : std::uint8_t { None, Constant, Symbol, Sum, Less, Equal, Not };

/// Of Op::Compute, and what symbols stand for. Narrow keeps a value that fits into a number of bits.
enum Arithmetic : std::int64_t {
  kNarrow,
  kNegate,
  kMultiply,
  kDivide,
  kRemainder,
  kBitAnd,
  kShiftLeft,
  kShiftRight,
  kAdd
};

struct Term {
  TermOp op = TermOp::None;
  TermId a = kNoTerm, b = kNoTerm;
  std::int64_t value = 0;  ///< Of Constant and Sum. Of Symbol its number.
};

/// Symbols, each times a number that is not 0, in the order of their terms.
using Linear = std::vector<std::pair<TermId, std::int64_t>>;

/// What a symbol stands for that was computed: a sum of others, or what `op` makes of `a` and `b`.
struct Computed {
  Arithmetic op = kAdd;
  TermId a = kNoTerm, b = kNoTerm;
  Linear sum = {};
};

class TermTable {
 public:
  TermTable();

  TermId constant(std::int64_t value);
  /// A value of its own, within `range`.
  TermId symbol(Range range = {});
  /// The symbol for `key`: the same for the same key.
  TermId named(std::uint64_t kind, std::uint64_t key, std::uint64_t more = 0, Range range = {});
  TermId sum(TermId a, std::int64_t value);
  /// `a + factor * b`. The same of the same is the same symbol; `range` is what it is from its type alone.
  TermId add(TermId a, TermId b, std::int64_t factor, Range range = {});
  /// What `op` makes of `a` and `b`: Multiply, Divide, Remainder or BitAnd.
  TermId compute(Arithmetic op, TermId a, TermId b, Range range = {});
  /// How a symbol was computed; null when it was not.
  const Computed* computed(TermId id) const {
    return computed_of_[id] == 0 ? nullptr : &computed_[computed_of_[id]];
  }
  /// `a - b`, as far as it is a sum: symbols and a constant.
  std::optional<std::pair<Linear, std::int64_t>> difference(TermId a, TermId b) const;
  /// The symbol for `a - b`, of two symbols, when someone has computed it: one that was never below 0, or one
  /// that may be. kNoTerm when not.
  TermId known_difference(TermId a, TermId b, bool never_below_zero) const;
  TermId less(TermId a, TermId b);
  TermId equal(TermId a, TermId b);
  TermId negated(TermId a);
  /// The comparison, when someone has made it already; kNoTerm when not.
  TermId known(TermOp op, TermId a, TermId b) const;

  const Term& operator[](TermId id) const { return terms_[id]; }
  std::size_t size() const { return terms_.size(); }
  /// What `id` is from its type alone. For symbols only.
  const Range& start(TermId id) const { return ranges_[id]; }
  /// Whether the symbol has a name, so that it can come up again when nothing holds it.
  bool lasting(TermId id) const { return lasting_[id]; }
  std::optional<std::int64_t> value(TermId id) const;
  /// `id` as a symbol (or kNoTerm) plus a constant.
  std::pair<TermId, std::int64_t> split(TermId id) const;

 private:
  struct Form {
    Linear symbols;
    std::int64_t constant = 0;
  };
  std::optional<Form> form(TermId id) const;
  static bool add_to(Form& form, const Form& other, std::int64_t factor);
  TermId term_of(const Form& form, Range range);
  TermId result(Arithmetic op, TermId a, TermId b, Range range);
  TermId computed_symbol(Computed computed, Range range);
  TermId intern(TermOp op, TermId a, TermId b, std::int64_t value, Range range = {});

  std::vector<Term> terms_;
  std::vector<Range> ranges_;
  std::vector<bool> lasting_;
  std::vector<std::uint32_t> computed_of_;  ///< By term: which of `computed_` it is; 0 for none.
  std::vector<Computed> computed_{{}};
  std::map<std::pair<Linear, bool>, TermId> sums_;
  std::map<std::tuple<Arithmetic, TermId, TermId, bool>, TermId> results_;
  struct Hash {
    template <class... Parts>
    std::size_t operator()(const std::tuple<Parts...>& key) const {
      std::uint64_t hash = 0;
      const auto mix = [&](auto part) {
        hash = (hash ^ static_cast<std::uint64_t>(part)) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
      };
      std::apply([&](auto... parts) { (mix(parts), ...); }, key);
      return hash;
    }
  };
  std::unordered_map<std::tuple<TermOp, TermId, TermId, std::int64_t>, TermId, Hash> known_;
  std::unordered_map<std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>, TermId, Hash> named_;
  std::int64_t symbols_ = 0;
};

/// The least that the sum can be when it is not below `bound`: what is 16 times something is no 17.
std::int64_t least_of(const Linear& sum, std::int64_t bound);

/// `a - b`.
Linear difference(const Linear& a, const Linear& b);

/// `a + b`, at the ends of the number line as far as it goes.
std::int64_t saturated_sum(std::int64_t a, std::int64_t b);
/// `a - b`, so too.
std::int64_t saturated_difference(std::int64_t a, std::int64_t b);

}  // namespace hull::safety
