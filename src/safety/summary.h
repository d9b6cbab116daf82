// Summaries: what a call does to the memory of its caller, without its body.
//
// A summary is a list of outcomes, one for each way through the function that its caller could tell apart:
// when it is taken (what the arguments must be), what it returns, stores, frees, moves and invalidates. Paths
// begin at a parameter (or the result) and go through what it refers to.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "safety/fact.h"

namespace hull::safety {

/// Memory as the caller can name it.
struct SummaryPath {
  static constexpr std::uint32_t kResult = ~std::uint32_t{0};
  static constexpr std::uint32_t kStatic = ~std::uint32_t{0} - 1;
  std::uint32_t parameter = 0;
  const void* base = nullptr;  ///< Of kStatic: its declaration.
  std::vector<std::pair<Step, const void*>> steps;
  auto operator<=>(const SummaryPath&) const = default;
};

/// A value as the caller can know it.
struct SummaryValue {
  enum class Term : std::uint8_t { Unknown, Constant, NotNull, Initial };
  std::vector<SummaryPath> refers;
  bool fresh = false;                        ///< Refers to an object that the call made,
  std::int64_t allocation = kAnyAllocation;  ///< and that must be freed so; kOwner when nobody must.
  Term term = Term::Unknown;
  std::int64_t constant = 0;
  SummaryPath initial;
  std::int64_t offset = 0;  ///< Added to `initial`.
  auto operator<=>(const SummaryValue&) const = default;
};

/// Something done to the caller's memory, in the order in which it was done.
struct SummaryEffect {
  enum Element : std::int64_t { kSome, kFirst, kLast, kAtKey, kAtPosition };
  Op op;
  SummaryPath path;
  std::int64_t number = 0;  ///< Of EraseAt: which Element is gone.
  bool flag = false;
  Cause cause = Cause::None;
  const char* word = nullptr;
  /// Of EraseAt: where the key or the position was when the call began. Of Transfer: where the elements are
  /// now.
  SummaryPath which = {};
  auto operator<=>(const SummaryEffect&) const = default;
};

/// What the value at a path was when the call began: low, high, not zero.
using SummaryCondition = std::tuple<SummaryPath, std::int64_t, std::int64_t, bool>;

/// Memory of the caller's that is used, as it was when the call began.
struct SummaryUse {
  SummaryPath path;
  bool read = false;  ///< The value is read: it must have been written. Else it must be there.
  Where where = 0;
  std::vector<SummaryCondition> when;
  auto operator<=>(const SummaryUse&) const = default;
};

/// Memory of the caller's that is used after something else of the caller's was ended: wrong when the first
/// is a part of the second.
struct SummaryLateUse {
  /// More of them are not told.
  static constexpr std::size_t kMost = 24;
  SummaryPath path;
  std::vector<SummaryEffect> after;
  Where where = 0;
};

struct Outcome {
  std::vector<SummaryCondition> when;
  std::vector<SummaryEffect> effects;
  std::vector<std::pair<SummaryPath, SummaryValue>> stores;
  auto operator<=>(const Outcome&) const = default;
};

struct Summary {
  /// More ways than this through a function are not told apart.
  static constexpr std::size_t kMostOutcomes = 8;
  /// More uses than this are not told.
  static constexpr std::size_t kMostUses = 48;
  std::vector<Outcome> outcomes;
  /// Empty outcomes mean that the call does not return, if this is set; else that nothing is known.
  bool known = false;
  std::vector<SummaryUse> uses;
  std::vector<SummaryLateUse> late_uses;
  /// Per parameter: whether it is an object of class type that is passed by value.
  std::vector<bool> object;
  const char* name = "";
};

}  // namespace hull::safety
