// Summaries: what a call does to the memory of its caller, without its body.
//
// A summary is a list of outcomes, one for each way through the function that its caller could tell apart:
// when it is taken (what the arguments must be), what it returns, stores, frees, moves and invalidates. Paths
// begin at a parameter (or the result) and go through what it refers to.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "safety/doubt.h"
#include "safety/fact.h"

namespace hull::safety {

/// Memory as the caller can name it.
struct SummaryPath {
  static constexpr std::uint32_t kResult = ~std::uint32_t{0};
  static constexpr std::uint32_t kStatic = ~std::uint32_t{0} - 1;
  static constexpr std::uint32_t kMade = ~std::uint32_t{0} - 2;
  static constexpr std::uint32_t kNumber = ~std::uint32_t{0} - 3;  ///< No memory: a number by itself.
  std::uint32_t parameter = 0;
  std::uint32_t made = 0;      ///< Of kMade: which of the objects that the call makes.
  const void* base = nullptr;  ///< Of kStatic: its declaration.
  std::vector<std::pair<Step, const void*>> steps;
  auto operator<=>(const SummaryPath&) const = default;
};

/// One step of computing a number with a stack: puts an operand on it, or takes two of them for the result.
struct SummaryOperation {
  bool operand = false;
  Arithmetic op = kAdd;
  SummaryPath path = {};      ///< Of an operand: where it was; kNumber for
  std::int64_t constant = 0;  ///< one by itself.
  auto operator<=>(const SummaryOperation&) const = default;
};

/// A constant; what was at the path, or was computed; and something added to it.
struct SummaryNumber {
  /// What takes more steps is not told.
  static constexpr std::size_t kMost = 16;
  std::optional<SummaryPath> path;
  std::int64_t offset = 0;
  std::vector<SummaryOperation> how = {};
  bool constant() const { return !path && how.empty(); }
  auto operator<=>(const SummaryNumber&) const = default;
};

/// An object that the call makes and that its caller can find.
struct SummaryObject {
  std::int64_t allocation = kAnyAllocation;  ///< How it was made.
  bool owed = false;                         ///< Somebody must free it,
  bool owned = false;                        ///< or a smart pointer will,
  bool own_deleter = false;                  ///< which has a deleter of the author's own.
  std::int64_t shares = 0;                   ///< How many shared owners it has; 0 when that is not known.
  bool many = false;                         ///< Stands for several objects.
  Where where = 0;                           ///< Where it is made,
  const char* word = nullptr;                ///< and by what. Neither tells one way through from another.
  auto key() const { return std::tuple(allocation, owed, owned, own_deleter, shares, many); }
  auto operator<=>(const SummaryObject& other) const { return key() <=> other.key(); }
  bool operator==(const SummaryObject& other) const { return key() == other.key(); }
};

/// A value as the caller can know it.
struct SummaryValue {
  /// Address is that of what it refers to. Element is a SummaryEffect::Element of the container that it
  /// refers into: which is in `constant`, and the key in `initial`. Guess is a constant that a callee's case
  /// distinction made of it. Found is a position that was looked for and may be the end, and End is the end
  /// of the container at `initial`.
  /// `how` makes it of what the caller had, of Computed.
  enum class Term : std::uint8_t {
    Unknown,
    Constant,
    NotNull,
    Initial,
    Address,
    Element,
    Guess,
    Found,
    End,
    Computed
  };
  std::vector<SummaryPath> refers;
  Term term = Term::Unknown;
  bool asked = false;  ///< Of Constant: what was asked of `initial`, which is there.
  std::int64_t constant = 0;
  SummaryPath initial;
  std::int64_t offset = 0;  ///< Added to `initial`, or to the address. Of NotNull: it has another address.
  std::vector<SummaryOperation> how = {};
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
  Where where = 0;  ///< Of Free; does not tell one way through from another.
  /// The last of several users frees it: happens only where the caller knows how many there are.
  bool counted = false;
  auto key() const { return std::tie(op, path, number, flag, cause, word, which, counted); }
  auto operator<=>(const SummaryEffect& other) const { return key() <=> other.key(); }
  bool operator==(const SummaryEffect& other) const { return key() == other.key(); }
};

/// What the value at a path was when the call began: low, high, not zero. The number of elements of a
/// container is at the path that goes on to a cursor of it, which nothing else is.
using SummaryCondition = std::tuple<SummaryPath, std::int64_t, std::int64_t, bool>;

/// How two values compared when the call began.
struct SummaryRelation {
  /// What was at the path, or its address, and something added to it.
  struct Side {
    SummaryPath path;
    bool address = false;
    std::int64_t offset = 0;
    std::vector<SummaryOperation> how = {};  ///< How it was computed; then there is no path.
    auto operator<=>(const Side&) const = default;
  };
  TermOp op = TermOp::Equal;
  Side a, b;
  bool truth = true;
  auto operator<=>(const SummaryRelation&) const = default;
};

/// Memory of the caller's that is used, as it was when the call began.
struct SummaryUse {
  /// What must be true of it: that it is there; that it has been written, for its value is read; that its
  /// object has not been moved from.
  enum class Kind : std::uint8_t { There, Written, Unmoved };
  SummaryPath path;
  Kind kind = Kind::There;
  bool told = true;  ///< Nothing leads there but `when`.
  Where where = 0;
  std::vector<SummaryCondition> when;
  /// More of when: that a pointer was not an object's address, such as that of a list's own head.
  std::vector<SummaryRelation> relations = {};
  auto operator<=>(const SummaryUse&) const = default;
};

/// What a value of the caller's must have been when the call began.
struct SummaryAsk {
  using Number = SummaryNumber;
  enum class Kind : std::uint8_t {
    NotNull,   ///< The value at `path` is not null.
    NonEmpty,  ///< `size`, of the container at `path`, is more than 0.
    Index,     ///< `index` is less than `size`, of the container at `path`.
    Room,      ///< The same, or equal.
  };
  /// More of them are not told.
  static constexpr std::size_t kMost = 48;
  Kind kind = Kind::NotNull;
  SummaryPath path = {};
  Number index = {}, size = {};
  bool counted = false;  ///< The index is what a loop counts with.
  Handle handle = Handle::Raw;
  const char* word = nullptr;
  Where where = 0;
  std::vector<SummaryCondition> when = {};
  std::vector<SummaryRelation> relations = {};
  auto operator<=>(const SummaryAsk&) const = default;
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
  Doubt doubt = Doubt::None;  ///< Does not tell one way from another,
  bool chosen = false;        ///< nor does whether numbers or pointers that are passed decide to take it.
  std::vector<SummaryCondition> when;
  std::vector<SummaryRelation> relations;  ///< More of when it is taken.
  std::vector<SummaryObject> made;
  std::vector<SummaryEffect> effects;
  std::vector<std::pair<SummaryPath, SummaryValue>> stores;
};

struct Summary {
  /// More ways than this through a function are not told apart.
  static constexpr std::size_t kMostOutcomes = 8;
  /// More uses than this are not told.
  static constexpr std::size_t kMostUses = 64;
  std::vector<Outcome> outcomes;
  /// Empty outcomes mean that the call does not return, if this is set; else that nothing is known.
  bool known = false;
  bool partial = false;  ///< There are more ways through the function than `outcomes` tells.
  bool unseen = false;   ///< Somebody unknown is called on some way: he may write to what he keeps.
  bool opaque = false;   ///< So is somebody, perhaps the library, of whom nobody knows what he answers.
  /// It breaks no rule of the strict profile, or says that it does, and nor does what it calls in its unit.
  bool checked = false;
  std::vector<SummaryUse> uses;
  std::vector<SummaryAsk> asks;
  std::vector<SummaryLateUse> late_uses;
  /// Memory of the caller's that was stored in an object of the caller's, and used through it.
  std::vector<SummaryPath> consumed;
  /// Per parameter: whether it is an object of class type that is passed by value.
  std::vector<bool> object;
  const char* name = "";
};

}  // namespace hull::safety
