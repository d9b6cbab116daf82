// What a state concludes from comparisons, against all small numbers for which they hold.
#include "safety/state.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace hull::safety {
namespace {

constexpr int kSymbols = 3;
constexpr int kMost = 4;  // Symbols are in [-kMost, kMost].
using Numbers = std::array<std::int64_t, kSymbols>;

struct Comparison {
  TermOp op;
  int a, b;           // Symbols.
  std::int64_t more;  // Of the right side.
  bool truth;

  bool holds(const Numbers& of) const {
    const std::int64_t left = of[a], right = of[b] + more;
    return (op == TermOp::Less ? left < right : left == right) == truth;
  }
};

class Comparisons {
 public:
  explicit Comparisons(unsigned seed) : random_(seed) {
    for (TermId& symbol : symbols_) symbol = terms_.symbol({.low = -kMost, .high = kMost});
    std::int64_t step = 0;
    for (Numbers at; step < 9 * 9 * 9; ++step) {
      at = {step % 9 - kMost, step / 9 % 9 - kMost, step / 81 - kMost};
      models_.push_back(at);
    }
  }

  Comparison any() {
    const int a = pick(kSymbols);
    const int b = (a + 1 + pick(kSymbols - 1)) % kSymbols;
    return {pick(3) == 0 ? TermOp::Equal : TermOp::Less, a, b, pick(5) - 2, pick(2) == 0};
  }

  TermId term(const Comparison& one) {
    // The constant on either side: both are written.
    const bool left = pick(2) == 0;
    const TermId a = terms_.sum(symbols_[one.a], left ? -one.more : 0);
    const TermId b = terms_.sum(symbols_[one.b], left ? 0 : one.more);
    return one.op == TermOp::Less ? terms_.less(a, b) : terms_.equal(a, b);
  }

  /// False when the state says that it cannot be.
  bool assume(const Comparison& one) {
    std::erase_if(models_, [&](const Numbers& of) { return !one.holds(of); });
    return state_.assume(terms_, term(one), one.truth);
  }
  std::optional<bool> truth(const Comparison& one) { return state_.truth(terms_, term(one)); }
  const std::vector<Numbers>& models() const { return models_; }

 private:
  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  std::mt19937 random_;
  TermTable terms_;
  State state_;
  std::array<TermId, kSymbols> symbols_{};
  std::vector<Numbers> models_;  ///< For which everything holds.
};

TEST(State, ConcludesOnlyWhatFollows) {
  unsigned concluded = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    Comparisons all(seed);
    for (int round = 0; round < 5; ++round) {
      const Comparison next = all.any();
      const bool possible = all.assume(next);
      if (!possible) ASSERT_TRUE(all.models().empty()) << seed;
      if (all.models().empty()) break;
      const Comparison asked = all.any();
      const auto said = all.truth(asked);
      if (!said) continue;
      ++concluded;
      for (const Numbers& of : all.models()) ASSERT_EQ(*said == asked.truth, asked.holds(of)) << seed;
    }
  }
  EXPECT_GT(concluded, 1000U);
}

TEST(State, KnowsTheNextNumber) {
  TermTable terms;
  State state;
  const TermId index = terms.symbol(), size = terms.symbol();
  // `index + 1 <= size`
  ASSERT_TRUE(state.assume(terms, terms.less(size, terms.sum(index, 1)), false));
  EXPECT_EQ(state.truth(terms, terms.less(index, size)), true);
  EXPECT_EQ(state.truth(terms, terms.less(terms.sum(index, 1), size)), std::nullopt);
  // And they are not equal.
  ASSERT_TRUE(state.assume(terms, terms.equal(terms.sum(index, 1), size), false));
  EXPECT_EQ(state.truth(terms, terms.less(terms.sum(index, 1), size)), true);
}

}  // namespace
}  // namespace hull::safety
